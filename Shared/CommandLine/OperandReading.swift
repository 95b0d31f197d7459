import YAML

/// Gives each operand its arguments.
struct OperandReading {
    let command: String
    let operands: [Operand]

    /// Reads the arguments left after the options.
    ///
    /// - Throws: ``UsageError`` for one too many, one too few, or one that is no choice.
    func read(_ arguments: [String]) throws(UsageError) -> [String: [String]] {
        var rest = arguments[...]
        var values: [String: [String]] = [:]
        for operand in operands {
            let taken = operand.isRepeated ? rest : rest.prefix(1)
            rest = rest.dropFirst(taken.count)
            if taken.isEmpty, operand.isRequired {
                throw UsageError(command: command, subject: operand.name, problem: "is missing", expected: operand.expectation)
            }
            for value in taken where !operand.choices.isEmpty && !operand.choices.contains(value) {
                throw UsageError(
                    command: command, subject: operand.name, given: value, expected: operand.expectation,
                    suggestion: NearestName.suggestion(for: value, among: operand.choices))
            }
            values[operand.name] = Array(taken)
        }
        if let extra = rest.first {
            let expected = operands.isEmpty ? "no operands" : "no more than " + operands.map(\.usage).joined(separator: " ")
            throw UsageError(command: command, subject: "operand", given: extra, expected: expected)
        }
        return values
    }
}
