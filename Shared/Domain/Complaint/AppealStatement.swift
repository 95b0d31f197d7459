/// An assessment in words: what the customer is told, and what the desk reads.
public struct AppealStatement: Hashable, Codable, Sendable {
    /// In the customer's language: what follows, and why.
    public let customer: String
    /// The same with the article of each point.
    public let desk: String

    /// What the words may have in them.
    static let placeholders: Set<String> = ["venue", "mayAppealFrom", "lastDay"]
}

extension AppealPolicy {
    /// Puts an assessment into words; what the policy has none for, which `faults()` finds before, is left out.
    public func statement(of assessment: AppealAssessment, in language: Language) -> AppealStatement {
        var customer: [String] = []
        var desk: [String] = []
        if let outcome = outcomes.first(where: { $0.of == assessment.outcome }) {
            let text = filled(outcome.text(in: language), assessment, language)
            customer.append(text)
            desk.append("\(assessment.outcome.rawValue) (\(outcome.source)): " + text)
        }
        for finding in assessment.open {
            guard let point = points.first(where: { $0.of == finding.point }) else { continue }
            let text = filled(point.text(in: language), assessment, language)
            // The customer reads the reasons of this outcome, not each point that nobody has spoken of yet.
            if finding.verdict == .failed || assessment.outcome == .inquire { customer.append(text) }
            desk.append("\(finding.point.rawValue) \(finding.verdict.rawValue) (\(point.source)): " + text)
        }
        return AppealStatement(
            customer: customer.joined(separator: language == .chinese ? "" : " "), desk: desk.joined(separator: "\n"))
    }

    private func filled(_ text: String, _ assessment: AppealAssessment, _ language: Language) -> String {
        let unknown = language == .chinese ? "(待核实)" : "(to be found)"
        return
            text
            .replacing("{{venue}}", with: assessment.venue == national.code ? national.name : assessment.venue.rawValue)
            .replacing("{{mayAppealFrom}}", with: assessment.mayAppealFrom?.description ?? unknown)
            .replacing("{{lastDay}}", with: assessment.lastDay?.description ?? unknown)
    }
}
