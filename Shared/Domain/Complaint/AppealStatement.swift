/// An assessment in words: what the customer is told, and what the desk reads.
public struct AppealStatement: Hashable, Sendable {
    /// In the customer's language: what follows, and why.
    public let customer: String
    /// The same with every point that is open, and the law of each.
    public let desk: String

    /// What the words may have in them.
    static let placeholders: Set<String> = ["venue", "mayAppealFrom", "lastDay"]
}

extension AppealPolicy {
    /// Puts an assessment into words; what the policy has none for, which `faults()` finds before, is left out.
    public func statement(
        of assessment: AppealAssessment, in language: Language, called names: AppealBodyNames = AppealBodyNames()
    ) -> AppealStatement {
        var customer: [String] = []
        var desk: [String] = []
        if let outcome = outcomes.first(where: { $0.of == assessment.outcome }) {
            let text = filled(outcome.text(in: language), assessment, language, names)
            customer.append(text)
            desk.append(text + Self.basis(outcome.source, language, names))
        }
        for finding in assessment.open {
            guard let point = points.first(where: { $0.of == finding.point }) else { continue }
            let text = filled(point.text(in: language), assessment, language, names)
            // The customer reads the reasons of this outcome, not each point that nobody has spoken of yet.
            if finding.verdict == .failed || assessment.outcome == .inquire { customer.append(text) }
            desk.append(finding.verdict.word(in: language) + text + Self.basis(point.source, language, names))
        }
        return AppealStatement(
            customer: customer.joined(separator: language == .chinese ? "" : " "), desk: desk.joined(separator: "\n"))
    }

    /// The law behind a point in parentheses; nothing where its source names none.
    private static func basis(_ source: String, _ language: Language, _ names: AppealBodyNames) -> String {
        let basis = names.laws.basis(of: source, in: language)
        guard !basis.isEmpty else { return "" }
        return language == .chinese ? "(" + basis + ")" : " (" + basis + ")"
    }

    private func filled(_ text: String, _ assessment: AppealAssessment, _ language: Language, _ names: AppealBodyNames) -> String {
        let unknown = language == .chinese ? "(待核实)" : "(to be found)"
        return
            text
            .replacing("{{venue}}", with: names.name(of: assessment.venue, national: national, in: language))
            .replacing("{{mayAppealFrom}}", with: assessment.mayAppealFrom?.description ?? unknown)
            .replacing("{{lastDay}}", with: assessment.lastDay?.description ?? unknown)
    }
}

extension AppealFinding.Verdict {
    /// What stands before a point on the desk's list.
    fileprivate func word(in language: Language) -> String {
        switch (self, language) {
        case (.met, .chinese): "符合:"
        case (.met, .english): "Met: "
        case (.failed, .chinese): "不符合:"
        case (.failed, .english): "Not met: "
        case (.unknown, .chinese): "待核实:"
        case (.unknown, .english): "To be found out: "
        }
    }
}

extension AppealStatement: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        customer = try fields.required("customer")
        desk = try fields.required("desk")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("customer", customer)
        writer.write("desk", desk)
    }
}
