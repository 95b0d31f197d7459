/// The rules of a mapping's fields; a name that is none of the wire's is refused.
struct FieldTable: Hashable, Sendable {
    private let rules: [ImportField: FieldRule]

    init(_ rules: [ImportField: FieldRule]) {
        self.rules = rules
    }

    subscript(field: ImportField) -> FieldRule? { rules[field] }

    /// The fields with a rule, in the order of the wire.
    var all: [(field: ImportField, rule: FieldRule)] {
        ImportField.allCases.compactMap { field in rules[field].map { (field, $0) } }
    }
}

extension FieldTable: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ImportField.self)
        var rules: [ImportField: FieldRule] = [:]
        for field in ImportField.allCases { rules[field] = try container.decodeIfPresent(FieldRule.self, forKey: field) }
        self.rules = rules
    }
}
