/// What is wrong with one input: the field, the fault, and what was expected. It never holds the value itself, which may be personal.
public struct Fault: Error, Hashable, Codable, Sendable {
    /// The field's path, such as `data.receivedAt`; empty for the message as a whole.
    public let field: String
    /// What is wrong, such as `is missing`.
    public let problem: String
    /// What would have been right.
    public let expected: String

    public init(field: String, problem: String, expected: String) {
        self.field = field
        self.problem = problem
        self.expected = expected
    }
}

extension Fault {
    private static let sealing = "could not be sealed"

    /// A text that our own key does not seal.
    public static func unsealable(_ field: String) -> Fault { Fault(field: field, problem: sealing, expected: "a working key") }

    /// Whether the fault is this installation's rather than the message's: its sender can mend nothing.
    public var isOurs: Bool { problem == Self.sealing }
}

extension Fault: CustomStringConvertible {
    public var description: String {
        (field.isEmpty ? "the message" : field) + " " + problem + "; expected " + expected
    }
}

extension Fault: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        field = try fields.required("field")
        problem = try fields.required("problem")
        expected = try fields.required("expected")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("field", field)
        writer.write("problem", problem)
        writer.write("expected", expected)
    }
}

/// All that is wrong with one policy, found in one go.
public struct Faults: Error, Hashable, Sendable {
    public let faults: [Fault]

    public init(_ faults: [Fault]) {
        self.faults = faults
    }
}

extension Faults: CustomStringConvertible {
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
