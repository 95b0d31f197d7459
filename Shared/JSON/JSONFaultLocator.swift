/// Finds where a document that simdjson refused is wrong: simdjson says what, but not where.
///
/// A plain reading of RFC 8259, used for refused documents only.
struct JSONFaultLocator {
    /// Stops the descent at the first fault.
    private struct Fault: Error {
        let kind: JSONError.Kind
        let offset: Int
    }

    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var position = 0
    /// The names and places on the way to the value at hand.
    private var way: [String] = []
    /// Where numbers stand that neither 64 bits nor binary floating point can hold: JSON, but not for simdjson.
    private(set) var numbersOutOfRange: [Range<Int>] = []

    init(_ bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The first fault of the grammar, or nil when this reading finds none; a number out of range is none, but noted.
    mutating func locate() -> JSONError? {
        do throws(Fault) {
            try value(depth: 0)
            skipSpace()
            return position < bytes.count ? JSONError(.malformed(expected: "the end of the document"), offset: position) : nil
        } catch {
            // Where a document ends too early or too deep, the member at hand is of no interest.
            let tellsMember =
                switch error.kind {
                case .malformed, .halfSurrogatePair: true
                case .empty, .tooLong, .tooDeep, .invalidUTF8, .truncated, .repeatedName, .numberOutOfRange, .missing, .wrongType, .stale,
                    .outOfMemory:
                    false
                }
            return JSONError(error.kind, offset: error.offset, member: tellsMember ? way.joined() : "")
        }
    }

    /// The first byte that is not UTF-8, or nil when all are.
    func firstInvalidUTF8() -> Int? {
        var iterator = bytes.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    private mutating func value(depth: Int) throws(Fault) {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): try members(depth: depth + 1)
        case UInt8(ascii: "["): try elements(depth: depth + 1)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"), 48...57: try number()
        default: throw expected("a value")
        }
    }

    private mutating func members(depth: Int) throws(Fault) {
        try enter(depth)
        if try closes(UInt8(ascii: "}")) { return }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw expected("a member's name") }
            let start = position
            try string()
            let name = bytes[start + 1..<position - 1]
            skipSpace()
            guard try peek() == UInt8(ascii: ":") else { throw expected("a colon") }
            position += 1
            way.append((way.isEmpty ? "" : ".") + Self.shown(name))
            try value(depth: depth)
            way.removeLast()
            if try closes(UInt8(ascii: "}")) { return }
            guard try peek() == UInt8(ascii: ",") else { throw expected("a comma or a closing brace") }
            position += 1
        }
    }

    private mutating func elements(depth: Int) throws(Fault) {
        try enter(depth)
        if try closes(UInt8(ascii: "]")) { return }
        for index in 0... {
            way.append("[\(index)]")
            try value(depth: depth)
            way.removeLast()
            if try closes(UInt8(ascii: "]")) { return }
            guard try peek() == UInt8(ascii: ",") else { throw expected("a comma or a closing bracket") }
            position += 1
        }
    }

    private mutating func string() throws(Fault) {
        position += 1
        while true {
            switch try peek() {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw expected("no bare control character in a string")
            default: position += 1
            }
        }
    }

    private mutating func escape() throws(Fault) {
        let start = position
        position += 1
        let letter = try peek()
        guard letter == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(letter) else { throw expected("an escape of JSON") }
            position += 1
            return
        }
        let unit = try codeUnit()
        switch unit {
        case 0xD800...0xDBFF:
            guard try peek() == UInt8(ascii: "\\") else { throw Fault(kind: .halfSurrogatePair, offset: start) }
            position += 1
            guard try peek() == UInt8(ascii: "u"), (0xDC00...0xDFFF).contains(try codeUnit()) else {
                throw Fault(kind: .halfSurrogatePair, offset: start)
            }
        case 0xDC00...0xDFFF: throw Fault(kind: .halfSurrogatePair, offset: start)
        default: return
        }
    }

    /// The four digits after `\u`; the position is on the `u`.
    private mutating func codeUnit() throws(Fault) -> Int {
        var unit = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = Character(UnicodeScalar(try peek())).hexDigitValue else { throw expected("four hexadecimal digits") }
            unit = unit * 16 + digit
        }
        position += 1
        return unit
    }

    private mutating func number() throws(Fault) {
        let start = position
        if try peek() == UInt8(ascii: "-") { position += 1 }
        if try peek() == UInt8(ascii: "0") { position += 1 } else { try digits() }
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(try peek()) { position += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let fits = isWhole ? Int64(text) != nil || UInt64(text) != nil : Double(text)?.isFinite ?? false
        if !fits { numbersOutOfRange.append(start..<position) }
    }

    /// A member's name as a fault may show it: names that are words, since anything else may be an outsider's data.
    private static func shown(_ name: ArraySlice<UInt8>) -> String {
        let isWord =
            name.count <= 64
            && name.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
        return isWord && !name.isEmpty ? String(decoding: name, as: UTF8.self) : "…"
    }

    private mutating func digits() throws(Fault) {
        guard (48...57).contains(try peek()) else { throw expected("a digit") }
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
    }

    private mutating func word(_ word: String) throws(Fault) {
        for byte in word.utf8 {
            guard try peek() == byte else { throw expected(word) }
            position += 1
        }
    }

    private mutating func enter(_ depth: Int) throws(Fault) {
        if depth > limits.depth { throw Fault(kind: .tooDeep(limit: limits.depth), offset: position) }
        position += 1
    }

    private mutating func closes(_ bracket: UInt8) throws(Fault) -> Bool {
        skipSpace()
        guard try peek() == bracket else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func peek() throws(Fault) -> UInt8 {
        guard position < bytes.count else { throw Fault(kind: .truncated, offset: bytes.count) }
        return bytes[position]
    }

    private func expected(_ what: String) -> Fault { Fault(kind: .malformed(expected: what), offset: position) }
}
