import Files
import Foundation
import YAML

/// Finds each option's value: on the command line, in the environment, in the settings file, in the table.
struct SettingsResolver {
    /// Longest secret read from a file, in bytes: far above any password or key.
    private static let longestSecret = 64 << 10

    let command: String
    let environment: [String: String]
    let found: [GetoptScan.Found]
    var file: SettingsFile?

    init(command: String, environment: [String: String], found: [GetoptScan.Found]) {
        self.command = command
        self.environment = environment
        self.found = found
    }

    /// The option's value with its source, or nil when there is none.
    ///
    /// - Throws: ``UsageError`` when a value is wrong, or a required one is missing.
    func resolve(_ option: Option) throws(UsageError) -> Arguments.Setting? {
        if let values = try fromCommandLine(option) { return Arguments.Setting(values: values, source: .flag) }
        if let values = try fromEnvironment(option) { return Arguments.Setting(values: values, source: .environment) }
        if let values = try fromFile(option) { return Arguments.Setting(values: values, source: .file) }
        if let value = option.defaultValue { return Arguments.Setting(values: [value], source: .default) }
        guard option.isRequired else { return nil }
        var ways = ["a value"]
        if let name = option.environment { ways.append("in the environment as \(name)") }
        ways.append("in the settings file")
        throw UsageError(command: command, subject: "--\(option.name)", problem: "is missing", expected: ways.joined(separator: ", or "))
    }

    private func fromCommandLine(_ option: Option) throws(UsageError) -> [String]? {
        let given = found.filter { $0.option.name == option.name }
        guard let last = given.last else { return nil }
        if !option.takesValue { return [last.isNegated ? "false" : "true"] }
        let files = given.filter(\.namesFile)
        if !files.isEmpty, files.count < given.count { throw twice(option, "--\(option.name)", "--\(option.fileName)") }
        var values: [String] = []
        for item in given {
            let text = item.value ?? ""
            values.append(item.namesFile ? try secret(in: text, for: "--\(option.fileName)") : text)
        }
        return try check(option.isRepeated ? values : values.suffix(1), option, "--\(option.name)")
    }

    private func fromEnvironment(_ option: Option) throws(UsageError) -> [String]? {
        guard let name = option.environment else { return nil }
        let fileName = name + "_FILE"
        let direct = environment[name].flatMap { $0.isEmpty ? nil : $0 }
        let path = option.isSecret ? environment[fileName].flatMap { $0.isEmpty ? nil : $0 } : nil
        if direct != nil, path != nil { throw twice(option, name, fileName) }
        if let path { return try check([secret(in: path, for: "environment variable \(fileName)")], option, fileName) }
        guard let direct else { return nil }
        let values = option.isRepeated ? direct.split(separator: ",").map(String.init) : [direct]
        return try check(values, option, "environment variable \(name)")
    }

    private func fromFile(_ option: Option) throws(UsageError) -> [String]? {
        let direct = file?.entry(option.name)
        let path = option.isSecret ? file?.entry(option.fileName) : nil
        if direct != nil, path != nil { throw twice(option, option.name, option.fileName) }
        guard let entry = direct ?? path else { return nil }
        let subject = "settings file \(entry.value.location): \(entry.key)"
        var values: [String] = []
        let nodes = option.isRepeated ? entry.value.elements ?? [entry.value] : [entry.value]
        for node in nodes {
            guard let text = node.text, !node.isNull else {
                throw UsageError(
                    command: command, subject: subject, expected: option.isRepeated ? "a value or a list of values" : "a value")
            }
            values.append(path == nil ? text : try secret(in: text, for: subject))
        }
        return try check(values, option, subject)
    }

    private func check(_ values: [String], _ option: Option, _ subject: String) throws(UsageError) -> [String] {
        for value in values {
            guard let expected = option.objection(to: value) else { continue }
            var suggestion: String?
            if case .choice(let words) = option.value { suggestion = NearestName.suggestion(for: value, among: words) }
            throw UsageError(
                command: command, subject: subject, given: option.isSecret ? "***" : value, expected: expected, suggestion: suggestion)
        }
        return values
    }

    private func secret(in path: String, for subject: String) throws(UsageError) -> String {
        do {
            return try LocalFile.text(path, limit: Self.longestSecret).trimmingCharacters(in: .newlines)
        } catch {
            throw UsageError(command: command, subject: subject, given: path, expected: "a file that can be read: \(error.reason)")
        }
    }

    private func twice(_ option: Option, _ first: String, _ second: String) -> UsageError {
        UsageError(command: command, subject: "\(first) and \(second)", expected: "only one of them")
    }
}
