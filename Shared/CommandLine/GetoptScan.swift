import CSystem
import Glibc
import Synchronization
import YAML

/// One pass of `getopt_long` over one command's arguments: the only place that touches C.
struct GetoptScan {
    /// An option as it stands on the command line.
    struct Found {
        let option: Option
        /// The text after it; nil for a flag.
        let value: String?
        /// It was written `--no-NAME`.
        let isNegated: Bool
        /// It was written `--NAME-file`, and the value is a file's path.
        let namesFile: Bool
    }

    /// A way to write an option.
    private struct Spelling {
        let option: Option
        let name: String
        var isNegated = false
        var namesFile = false

        var takesValue: Bool { option.takesValue }
    }

    /// getopt's state is global to the process.
    private static let lock = Mutex(())
    /// Above all option characters, so that a `val` tells a long option from a short one.
    private static let firstValue: Int32 = 256

    private(set) var found: [Found] = []
    /// What is left: operands, or a subcommand and all that follows it.
    private(set) var rest: [String] = []

    private let command: String
    private let spellings: [Spelling]

    /// Scans the arguments.
    ///
    /// - Parameters:
    ///   - command: the command as typed, for faults.
    ///   - stopsAtOperand: the first operand ends the scan, as it is a subcommand with options of its own.
    /// - Throws: ``UsageError`` for an unknown or ambiguous option, a missing or a needless value.
    init(command: String, arguments: [String], options: [Option], stopsAtOperand: Bool) throws(UsageError) {
        self.command = command
        spellings = options.flatMap { option in
            var ways = [Spelling(option: option, name: option.name)]
            if !option.takesValue { ways.append(Spelling(option: option, name: "no-" + option.name, isNegated: true)) }
            if option.isSecret { ways.append(Spelling(option: option, name: option.fileName, namesFile: true)) }
            return ways
        }
        try Self.lock.withLock { _ throws(UsageError) in
            try scan(arguments, stopsAtOperand: stopsAtOperand)
        }
    }

    private mutating func scan(_ arguments: [String], stopsAtOperand: Bool) throws(UsageError) {
        // getopt reorders the array and keeps pointers into the texts and the names until the scan ends, so both are C's copies here.
        var argv = unsafe ([command] + arguments).map { unsafe strdup($0) } + [nil]
        let count = Int32(arguments.count + 1)
        var table = unsafe spellings.enumerated().map { index, spelling in
            let needs = spelling.takesValue ? required_argument : no_argument
            return unsafe option(name: strdup(spelling.name), has_arg: needs, flag: nil, val: Self.firstValue + Int32(index))
        }
        defer {
            unsafe argv.forEach { unsafe free($0) }
            unsafe table.forEach { unsafe free(UnsafeMutableRawPointer(mutating: $0.name)) }
        }
        unsafe table.append(option(name: nil, has_arg: 0, flag: nil, val: 0))
        redress_getopt_reset()
        let shorts = shortOptions(stopsAtOperand: stopsAtOperand)
        while true {
            let answer = unsafe getopt_long(count, &argv, shorts, &table, nil)
            if answer == -1 { break }
            if answer == Int32(UInt8(ascii: ":")) { throw missingValue(redress_getopt_refused()) }
            guard let spelling = spelling(for: answer) else {
                let at = max(1, min(Int(redress_getopt_index()) - 1, arguments.count))
                let written = unsafe argv[at].map { unsafe String(cString: $0) } ?? ""
                throw refusal(written, redress_getopt_refused())
            }
            let value = unsafe redress_getopt_argument().map { unsafe String(cString: $0) }
            found.append(
                Found(
                    option: spelling.option, value: spelling.takesValue ? value : nil, isNegated: spelling.isNegated,
                    namesFile: spelling.namesFile))
        }
        rest = unsafe argv[Int(redress_getopt_index())..<Int(count)].map { unsafe $0.map { unsafe String(cString: $0) } ?? "" }
    }

    /// getopt's string of option letters: `+` stops at the first operand, `:` asks for silence and a `:` for a missing value.
    private func shortOptions(stopsAtOperand: Bool) -> String {
        spellings.filter { $0.name == $0.option.name }.reduce(into: stopsAtOperand ? "+:" : ":") { text, spelling in
            guard let letter = spelling.option.short else { return }
            text += String(letter) + (spelling.takesValue ? ":" : "")
        }
    }

    private func spelling(for answer: Int32) -> Spelling? {
        if answer >= Self.firstValue { return spellings[Int(answer - Self.firstValue)] }
        return spellings.first { $0.option.short?.asciiValue.map(Int32.init) == answer && $0.name == $0.option.name }
    }

    private func missingValue(_ refused: Int32) -> UsageError {
        guard let spelling = spelling(for: refused) else { return refusal("", refused) }
        return UsageError(command: command, subject: "--\(spelling.name)", problem: "has no value", expected: spelling.option.placeholder)
    }

    private func refusal(_ written: String, _ refused: Int32) -> UsageError {
        if refused >= Self.firstValue, let spelling = spelling(for: refused) {
            let given = written.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
            return UsageError(command: command, subject: "--\(spelling.name)", given: given, expected: "no value: it is a flag")
        }
        if refused != 0 {
            let letter = UInt8(exactly: refused).map { String(UnicodeScalar($0)) } ?? "?"
            let letters = spellings.compactMap { $0.option.short.map { "-\($0)" } }.uniqued()
            return UsageError(
                command: command, subject: "-\(letter)", problem: "unknown option",
                expected: letters.isEmpty ? "" : "one of " + letters.joined(separator: ", "))
        }
        let name = String(written.drop { $0 == "-" }.prefix { $0 != "=" })
        let matches = spellings.map(\.name).filter { $0.hasPrefix(name) }
        if matches.count > 1 {
            let expected = matches.map { "--\($0)" }.joined(separator: " or ")
            return UsageError(command: command, subject: "--\(name)", problem: "ambiguous option", expected: expected)
        }
        let nearest = NearestName.suggestion(for: name, among: spellings.map(\.name))
        return UsageError(
            command: command, subject: "--\(name)", problem: "unknown option", expected: "", suggestion: nearest.map { "--\($0)" })
    }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
