/// Something a unit has to know of, but not at once: it goes into the unit's next digest. Notification writes it from the complaint's lane and
/// reads it in the unit's, on `redress.staff-notices`, keyed by the unit.
public struct StaffNotice: Hashable, Sendable {
    public let unit: Unit
    public let complaint: ComplaintNumber
    /// What happened.
    public let what: NoticeTrigger
    /// The lane it was written from.
    public let lane: Int
    /// Rises with every notice of its lane: what is not above the last one taken is a repetition.
    public let place: Int64

    public init(unit: Unit, complaint: ComplaintNumber, what: NoticeTrigger, lane: Int, place: Int64) {
        self.unit = unit
        self.complaint = complaint
        self.what = what
        self.lane = lane
        self.place = place
    }

    /// The identity in words; also the CloudEvents id.
    public var identity: String { "\(unit.rawValue)/\(lane)/\(place)" }
}

extension StaffNotice: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("unit")
        complaint = try fields.required("complaint")
        what = try fields.required("what")
        lane = try fields.required("lane")
        place = try fields.required("place")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("unit", unit)
        writer.write("complaint", complaint)
        writer.write("what", what)
        writer.write("lane", lane)
        writer.write("place", place)
    }
}

/// A unit's digest is ready for its desk: what has come together since the last one.
public struct StaffDigest: Hashable, Sendable {
    /// `D-marketing-17`: counts within the unit, so a desk shows each once.
    public let digest: NoticeNumber
    public let unit: Unit
    /// How it goes out, such as `staff-desk`.
    public let medium: String
    public let language: Language
    public let title: String
    public let text: String
    /// How many notices it has in it.
    public let total: Int
    public let at: Instant
}

extension StaffDigest: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        digest = try fields.required("digest")
        unit = try fields.required("unit")
        medium = try fields.required("medium")
        language = try fields.required("language")
        title = try fields.required("title")
        text = try fields.required("text")
        total = try fields.required("total")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("digest", digest)
        writer.write("unit", unit)
        writer.write("medium", medium)
        writer.write("language", language)
        writer.write("title", title)
        writer.write("text", text)
        writer.write("total", total)
        writer.write("at", at)
    }
}

/// Who a message is for.
public enum Audience: String, DocumentWord, Sendable, CaseIterable {
    case customer
    case staff
}

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

/// What waits for one unit's next digest. It never grows beyond the kinds of notices and the complaints that a digest lists.
public struct StaffDigestState: Hashable, Sendable {
    /// The notices of one kind.
    struct Kind: Hashable, Sendable {
        let what: NoticeTrigger
        var count: Int
        /// The first of them.
        var complaints: [ComplaintNumber]
    }

    public let unit: Unit
    /// By lane, the place of the last notice taken.
    var taken: [Int: Int64] = [:]
    /// In the order in which each kind first came.
    var waiting: [Kind] = []
    /// When the next digest goes out; `nil` while nothing waits.
    public internal(set) var due: Instant?
    /// How many digests the unit has had; numbers the next one.
    public internal(set) var count = 0

    init(unit: Unit) {
        self.unit = unit
    }

    public var total: Int { waiting.reduce(0) { $0 + $1.count } }

    /// Drops what waits of a complaint that is withdrawn; `false` where the unit has heard of it, or may have.
    private mutating func takeBack(_ complaint: ComplaintNumber) -> Bool {
        guard waiting.contains(where: { $0.complaints.contains(complaint) }) else { return false }
        for index in waiting.indices where waiting[index].complaints.contains(complaint) {
            let left = waiting[index].complaints.filter { $0 != complaint }
            waiting[index].count -= waiting[index].complaints.count - left.count
            waiting[index].complaints = left
        }
        waiting.removeAll { $0.count == 0 }
        return true
    }

    /// Takes a notice; `false` for a repetition.
    mutating func take(_ notice: StaffNotice, listing limit: Int) -> Bool {
        guard notice.place > taken[notice.lane] ?? -1 else { return false }
        taken[notice.lane] = notice.place
        if notice.what == .withdrawn, takeBack(notice.complaint) { return true }
        guard let index = waiting.firstIndex(where: { $0.what == notice.what }) else {
            waiting.append(Kind(what: notice.what, count: 1, complaints: [notice.complaint]))
            return true
        }
        waiting[index].count += 1
        if waiting[index].complaints.count < limit { waiting[index].complaints.append(notice.complaint) }
        return true
    }
}

extension StaffDigestState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("u")
        let places: String = try fields.optional("l") ?? ""
        for pair in places.split(separator: " ") {
            let parts = pair.split(separator: ":")
            guard parts.count == 2, let lane = Int(digits: parts[0]), let place = Int64(signedDigits: parts[1]) else {
                throw Fault.meaningless
            }
            taken[lane] = place
        }
        let kinds: [String] = try fields.optional("w") ?? []
        for kind in kinds { waiting.append(try Kind(stored: kind)) }
        due = try fields.optional("d")
        count = try fields.optional("n") ?? 0
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("u", unit)
        let places = taken.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        if !places.isEmpty { writer.write("l", places.joined(separator: " ")) }
        if !waiting.isEmpty { writer.write("w", waiting.map { $0.stored }) }
        writer.write("d", due)
        if count > 0 { writer.write("n", count) }
    }
}

extension StaffDigestState.Kind {
    /// The kind's code, the count, and the complaints.
    fileprivate var stored: String { ([what.code, String(count)] + complaints.map(\.rawValue)).joined(separator: " ") }

    fileprivate init(stored text: String) throws(Fault) {
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let count = Int(digits: parts[1]) else { throw Fault.meaningless }
        self.init(what: try NoticeTrigger(code: parts[0]), count: count, complaints: parts.dropFirst(2).map { ComplaintNumber(String($0)) })
    }
}
