/// What must be there before an answer is sent back, and how the customer is told.
public struct AnswerRequirements: Decodable, Equatable, Sendable {
    /// What the answer contains (S039, S073, S197 5.4).
    public let answer: Sourced<[AnswerPart]>
    /// The kinds of evidence that are on file, one of each (S071, S197 5.3).
    public let evidence: Sourced<[String]>
    /// Whether liability is found (S167, S198).
    public let finding: Sourced<Bool>
    /// Whether a special meeting was held (S087).
    public let meeting: Sourced<Bool>
    /// Whether the customer is told in writing, with the document's number (S108).
    public let writing: Sourced<Bool>

    func faults(kinds: Set<String>, at path: String) -> [Fault] {
        evidence.value.enumerated().filter { !kinds.contains($0.element) }.map { index, _ in
            Fault(
                field: "\(path).evidence.value[\(index)]", problem: "is not one of the kinds of evidence",
                expected: "a kind listed under evidenceKinds")
        }
    }

    /// What is missing for an answer with these parts, in words; empty when it can be given.
    func missing(parts: [AnswerPart], found: Bool, on file: Investigation?) -> [String] {
        var missing = answer.value.filter { !parts.contains($0) }.map { "the answer's \($0.rawValue)" }
        missing += missingBeside(found: found, on: file)
        return missing
    }

    /// The same without the answer's own contents.
    func missingBeside(found: Bool, on file: Investigation?) -> [String] {
        var missing: [String] = []
        if finding.value, !found { missing.append("a finding of liability") }
        missing += evidence.value.filter { kind in file?.evidence.contains { $0.kind == kind } != true }.map { "evidence of \($0)" }
        if meeting.value, file?.minutes.isEmpty != false { missing.append("the minutes of a special meeting") }
        return missing
    }
}
