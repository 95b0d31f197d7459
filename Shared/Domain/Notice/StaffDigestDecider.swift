/// Gathers what a unit has to know of, and lets it go out as one digest: after an hour, say, or when the unit's quiet hours are over.
///
/// Its lane is the unit's. A notice comes from a complaint's lane, through `redress.staff-notices`, so two lanes never share a state; it takes
/// effect once, since the lanes number their notices and a unit remembers the last number of each.
public enum StaffDigestDecider: Decider {
    public enum Input: Hashable, Sendable {
        case collected(StaffNotice)
        case wake
    }

    public static var wake: Input { .wake }

    /// - Throws: a `Fault` when a policy that was never checked lacks the digest's template.
    public static func decide(
        _ input: Input, given state: StaffDigestState?, in context: DecisionContext<NotificationRules>
    ) throws(Fault) -> Decision<StaffDigestState, StaffDigest> {
        guard let policy = context.policy.notification.digest else { return Decision(state: state, due: state?.due) }
        switch input {
        case .collected(let notice):
            var file = state ?? StaffDigestState(unit: notice.unit)
            _ = file.take(notice, listing: policy.listed.value)
            if file.waiting.isEmpty {
                file.due = nil
            } else if file.due == nil {
                file.due = policy.due(from: context.now, offset: context.policy.notification.timeZone.value)
            }
            return Decision(state: file, due: file.due)
        case .wake:
            guard var file = state, let due = file.due, due <= context.now else { return Decision(state: state, due: state?.due) }
            file.count += 1
            let digest = try digest(of: file, by: policy, context)
            file.waiting = []
            file.due = nil
            return Decision(state: file, events: [digest])
        }
    }

    private static func digest(
        of file: StaffDigestState, by policy: DigestPolicy, _ context: DecisionContext<NotificationRules>
    ) throws(Fault) -> StaffDigest {
        let rules = context.policy
        let language = rules.notification.staffLanguage.value
        let items = file.waiting.map { kind in
            let names = kind.complaints.map(\.rawValue).joined(separator: language == .chinese ? "、" : ", ")
            let rest = kind.count > kind.complaints.count ? " …" : ""
            return rules.word(kind.what.rawValue, of: .notice, in: language) + " \(kind.count): " + names + rest
        }
        let words = try rules.rendered(policy.template, in: language) { name in
            switch name {
            case "unit": .word(file.unit)
            case "total": .number(file.total)
            case "items": .text(items.joined(separator: "\n"))
            default: nil
            }
        }
        return StaffDigest(
            digest: NoticeNumber("D-\(file.unit.rawValue)-\(file.count)"), unit: file.unit, medium: rules.notification.staffMedium.value,
            language: language, title: words.title, text: words.text, total: file.total, at: context.now)
    }
}
