import Domain

/// One row of a file that cannot be used: where it is and what is wrong with it. Like any fault it never holds the value itself.
struct RowFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of the file the row begins on, from 1.
    let line: Int
    let fault: Fault

    init(line: Int, _ fault: Fault) {
        self.line = line
        self.fault = fault
    }

    init(line: Int, field: String, problem: String, expected: String) {
        self.init(line: line, Fault(field: field, problem: problem, expected: expected))
    }

    var description: String {
        fault.field.isEmpty ? "line \(line): it \(fault.problem); expected \(fault.expected)" : "line \(line): \(fault)"
    }
}

extension RowFault: Encodable {
    private enum Key: String, CodingKey {
        case line, field, problem, expected
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(line, forKey: .line)
        try container.encode(fault.field, forKey: .field)
        try container.encode(fault.problem, forKey: .problem)
        try container.encode(fault.expected, forKey: .expected)
    }
}
