/// What intake remembers of one line: its open complaints, and the lately closed ones by which a repeat is known (S130).
public struct LineState: Sendable, Equatable {
    /// In the order of their numbers: the latest last.
    public internal(set) var complaints: [FiledComplaint]
    /// What is left of the complaints that have left the file; `nil` for nothing.
    public internal(set) var past: [PastComplaint]? = nil

    /// How many closed complaints a file keeps at most, so that a line that complains every hour keeps a small file.
    static let closedLimit = 16

    init(complaints: [FiledComplaint] = []) {
        self.complaints = complaints
    }

    /// Takes over which complaints the work orders say are archived, and when.
    mutating func note(archived: [ComplaintNumber: Instant]) {
        guard !archived.isEmpty else { return }
        for index in complaints.indices {
            guard let time = archived[complaints[index].number] else { continue }
            switch complaints[index].standing {
            case .awaitingInformation, .open: complaints[index].close(as: .archived(at: time))
            // That its work order was archived, too, does not make a withdrawn complaint one that was answered.
            case .archived, .settled, .withdrawn: break
            }
        }
    }

    /// Takes over what the customers were told, and how they took it.
    mutating func note(answers: [ComplaintNumber: CustomerAnswer]) {
        guard !answers.isEmpty else { return }
        for index in complaints.indices {
            guard let answer = answers[complaints[index].number], complaints[index].answer != answer else { continue }
            complaints[index].answer = answer
        }
    }

    /// Drops the complaints closed before a time, and of the others all but the last `closedLimit`; open ones stay forever. That there were such
    /// complaints is remembered.
    ///
    /// - Parameter memory: what was closed before that is forgotten; `nil` to remember nothing.
    mutating func prune(closedBefore time: Instant, forgottenBefore memory: Instant?) {
        func isOver(_ complaint: FiledComplaint) -> Bool { complaint.closedAt.map { $0 < time } ?? false }
        var gone = complaints.filter(isOver)
        if !gone.isEmpty { complaints.removeAll(where: isOver) }
        var surplus = complaints.count { !$0.isOpen } - Self.closedLimit
        while surplus > 0, let oldest = complaints.firstIndex(where: { !$0.isOpen }) {
            gone.append(complaints.remove(at: oldest))
            surplus -= 1
        }
        remember(gone, forgottenBefore: memory)
    }

    func index(of number: ComplaintNumber) -> Int? {
        complaints.firstIndex { $0.number == number }
    }

    /// The latest open complaint that a new submission is about: in scope, and not of a lower level.
    ///
    /// Who goes to a higher level with a matter that is open below does not urge: it is an escalated complaint of its own (S050, S132).
    func openComplaint(sameMatterAs category: Category?, level: ChannelLevel, scope: UrgeScope) -> Int? {
        complaints.lastIndex { complaint in
            complaint.isOpen && complaint.level.rank >= level.rank && complaint.isSameMatter(as: category, scope: scope)
        }
    }

    /// The complaint that one received at a time repeats: archived before it, or at most `window` ago, the last moment included (S130).
    ///
    /// The window runs by the clock, to the millisecond. A complaint that was received before the other one repeats nothing.
    func complaint(repeatedBy receivedAt: Instant, within window: Duration, countingWithdrawn: Bool) -> ComplaintNumber? {
        complaints.last { complaint in
            if case .withdrawn = complaint.standing, !countingWithdrawn { return false }
            guard let closedAt = complaint.closedAt else { return false }
            return complaint.receivedAt <= receivedAt && receivedAt <= closedAt.adding(window)
        }?.number
    }
}

extension LineState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaints = try fields.required("complaints")
        past = try fields.optional("past")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaints", complaints)
        writer.write("past", past)
    }
}

/// One complaint in its line's file.
public struct FiledComplaint: Sendable, Equatable {
    public let number: ComplaintNumber
    public internal(set) var level: ChannelLevel
    /// `nil` until the customer has said what it is about.
    public internal(set) var category: Category?
    /// When the customer complained.
    public let receivedAt: Instant
    /// `nil` until all that is needed is there.
    public internal(set) var registeredAt: Instant?
    /// How often the customer has urged.
    public internal(set) var urges: Int
    public internal(set) var standing: Standing
    /// What intake still owes it; `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The flags it was reported upward for (S050).
    public internal(set) var reported: [Flag]?
    /// Where the media have shown it, so that nothing is said twice (S135).
    public internal(set) var exposures: [Exposure]?
    /// The customer's latest word on its handling.
    public internal(set) var feedback: Feedback?
    /// Submissions taken for urges that may turn out to be repeats; `nil` for none.
    public internal(set) var doubts: [UrgeDoubt]?

    /// The appeals that came to it; `nil` for none.
    public internal(set) var appeals: [AppealKey]?

    /// The flow that its events belong to, that of the event it was made from; `nil` where a release wrote it that kept none.
    public internal(set) var flow: String? = nil
    /// Whether it is on record as one that left a level out (S050).
    var skippedLevel: Bool { reported?.contains(.skipLevel) ?? false }

    /// What its work order says of the answer; `nil` until the customer was told one, and where a release wrote it that did not ask.
    public internal(set) var answer: CustomerAnswer? = nil

    /// How far a complaint has come, as intake sees it.
    public enum Standing: Sendable, Equatable {
        case awaitingInformation(PendingComplaint)
        case open
        case archived(at: Instant)
        case settled(at: Instant)
        case withdrawn(at: Instant)
    }

    public var isOpen: Bool {
        switch standing {
        case .awaitingInformation, .open: true
        case .archived, .settled, .withdrawn: false
        }
    }

    public var isIncomplete: Bool {
        if case .awaitingInformation = standing { true } else { false }
    }

    /// When it was closed, however it was; `nil` while open.
    public var closedAt: Instant? {
        switch standing {
        case .awaitingInformation, .open: nil
        case .archived(let time), .settled(let time), .withdrawn(let time): time
        }
    }

    mutating func close(as standing: Standing) {
        self.standing = standing
    }
}

extension FiledComplaint: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        number = try fields.required("number")
        level = try fields.required("level")
        category = try fields.optional("category")
        receivedAt = try fields.required("receivedAt")
        registeredAt = try fields.optional("registeredAt")
        urges = try fields.required("urges")
        standing = try fields.required("standing")
        openDuties = try fields.optional("openDuties")
        reported = try fields.optional("reported")
        exposures = try fields.optional("exposures")
        feedback = try fields.optional("feedback")
        doubts = try fields.optional("doubts")
        appeals = try fields.optional("appeals")
        flow = try fields.optional("flow")
        answer = try fields.optional("answer")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("number", number)
        writer.write("level", level)
        writer.write("category", category)
        writer.write("receivedAt", receivedAt)
        writer.write("registeredAt", registeredAt)
        writer.write("urges", urges)
        writer.write("standing", standing)
        writer.write("openDuties", openDuties)
        writer.write("reported", reported)
        writer.write("exposures", exposures)
        writer.write("feedback", feedback)
        writer.write("doubts", doubts)
        writer.write("appeals", appeals)
        writer.write("flow", flow)
        writer.write("answer", answer)
    }
}

extension FiledComplaint.Standing: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "awaitingInformation": self = .awaitingInformation(try fields.required("_0"))
        case "open": self = .open
        case "archived": self = .archived(at: try fields.required("at"))
        case "settled": self = .settled(at: try fields.required("at"))
        case "withdrawn": self = .withdrawn(at: try fields.required("at"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .awaitingInformation(let value): writer.writeCase("awaitingInformation", ("_0", value))
        case .open: writer.writeCase("open")
        case .archived(let at): writer.writeCase("archived", ("at", at))
        case .settled(let at): writer.writeCase("settled", ("at", at))
        case .withdrawn(let at): writer.writeCase("withdrawn", ("at", at))
        }
    }
}

/// A complaint that has its number and waits for what is missing (S070): all that its registration will need.
public struct PendingComplaint: Sendable, Equatable {
    /// The first contact's submission with every supplement laid over it.
    public internal(set) var submission: Submission
    public internal(set) var flags: [Flag]
    public internal(set) var nature: Nature
    public let repeatOf: ComplaintNumber?
    /// The answered complaint that it continues (S059).
    public internal(set) var continues: ComplaintNumber? = nil
    /// The fields that are missing; a complaint waits for fields, for duties, or for both.
    public internal(set) var missing: [RequiredField]
    /// How often it has been supplemented.
    public internal(set) var supplements: Int
    /// The duties that have to be done first; `nil` for none.
    public internal(set) var missingDuties: [Duty]?
    /// The appeal it came by, and the complaint to the operator that the desk named.
    public internal(set) var appeal: Appeal?
    public internal(set) var about: ComplaintNumber?
    /// What the complaints it repeats have cost, as known when it came: they may be forgotten by the time it is complete.
    public internal(set) var earlierPaid: [PaidClaim]? = nil

    /// The event it was made from; `nil` where a release wrote it that kept none.
    public internal(set) var origin: EventOrigin? = nil

    var isComplete: Bool { missing.isEmpty && (missingDuties ?? []).isEmpty }

    /// All that is missing, by the names on the wire: fields, then duties.
    var wanted: [String] { missing.map(\.rawValue) + (missingDuties ?? []).map(\.rawValue) }

    /// The matter is in the media before the complaint is complete (S135).
    mutating func expose(_ exposure: Exposure, isMajor: Bool) {
        var details = submission.details ?? SubmissionDetails()
        details.exposure = exposure
        submission.details = details
        if isMajor { nature = .major }
    }

    /// Whether a submission brings any of what is missing.
    func gains(from submission: Submission) -> Bool {
        if missing.contains(where: submission.brings) { return true }
        guard let missingDuties, let done = submission.details?.duties else { return false }
        return done.contains { missingDuties.contains($0.duty) }
    }
}

extension Submission {
    /// The submission with what a later one adds. Line, channel, province and time stay the first contact's.
    func supplemented(by later: Submission) -> Submission {
        Submission(
            line: line, channel: channel, province: province, category: category ?? later.category,
            language: language ?? later.language, personal: personal.followed(by: later.personal), given: given.union(later.given),
            receivedAt: receivedAt, flags: flags, disputedAmount: disputedAmount ?? later.disputedAmount,
            settledOnSpot: settledOnSpot || later.settledOnSpot,
            details: details.map { first in later.details.map(first.supplemented(by:)) ?? first } ?? later.details)
    }
}

extension PendingComplaint: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        submission = try fields.required("submission")
        flags = try fields.required("flags")
        nature = try fields.required("nature")
        repeatOf = try fields.optional("repeatOf")
        continues = try fields.optional("continues")
        missing = try fields.required("missing")
        supplements = try fields.required("supplements")
        missingDuties = try fields.optional("missingDuties")
        appeal = try fields.optional("appeal")
        about = try fields.optional("about")
        earlierPaid = try fields.optional("earlierPaid")
        origin = try fields.optional("origin")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("submission", submission)
        writer.write("flags", flags)
        writer.write("nature", nature)
        writer.write("repeatOf", repeatOf)
        writer.write("continues", continues)
        writer.write("missing", missing)
        writer.write("supplements", supplements)
        writer.write("missingDuties", missingDuties)
        writer.write("appeal", appeal)
        writer.write("about", about)
        writer.write("earlierPaid", earlierPaid)
        writer.write("origin", origin)
    }
}

/// A submission that was taken for an urge, kept for a while: word may still come that the complaint had been archived before (S058, S130).
///
/// The work orders' topic has no order with intake's. Without a second look, a customer who complains again a second after archiving would
/// have urged a closed ticket and be heard by nobody.
public struct UrgeDoubt: Sendable, Equatable {
    public let submission: Submission
    /// When it was taken for an urge.
    public let at: Instant
    /// The event it came by; `nil` where a release wrote it that kept none.
    public var origin: EventOrigin? = nil
}

extension FiledComplaint {
    /// How many urging submissions a complaint keeps, the latest.
    static let doubtLimit = 4
    /// How many exposures a complaint keeps, the latest.
    static let exposureLimit = 8

    mutating func doubt(_ submission: Submission, from origin: EventOrigin?, at time: Instant) {
        doubts = (doubts ?? []).suffix(Self.doubtLimit - 1) + [UrgeDoubt(submission: submission, at: time, origin: origin)]
    }
}

extension IntakeTransition {
    /// Takes the second look: what came after an archiving that was not known yet is a complaint of its own after all.
    mutating func settleDoubts() -> [ComplaintEvent] {
        var events: [ComplaintEvent] = []
        for index in file.complaints.indices {
            guard let doubts = file.complaints[index].doubts else { continue }
            if case .archived(let time) = file.complaints[index].standing {
                file.complaints[index].doubts = nil
                if let late = doubts.first(where: { $0.at >= time }) { events += reopen(late) }
            } else if let late = doubts.first(where: { file.complaints[index].isAnswered(to: $0.submission.receivedAt) }) {
                file.complaints[index].doubts = nil
                events += reopen(late, continuing: index)
            } else {
                let since = now.adding(.zero - policy.archiveNewsDelay.value.duration)
                let left = file.complaints[index].isOpen ? doubts.filter { $0.at > since } : []
                file.complaints[index].doubts = left.isEmpty ? nil : left
            }
        }
        return events
    }

    /// When the next doubt has lasted long enough; `nil` for no doubt.
    var doubtsDue: Instant? {
        file.complaints.compactMap { $0.doubts?.first?.at }.min()?.adding(policy.archiveNewsDelay.value.duration)
    }

    /// - Parameter index: the answered complaint that it continues, where that is not archived.
    private mutating func reopen(_ doubt: UrgeDoubt, continuing index: Int? = nil) -> [ComplaintEvent] {
        let submission = doubt.submission
        guard let channel = context.policy.rule(of: submission.channel) else { return [] }
        let same = file.openComplaint(sameMatterAs: submission.category, level: channel.level.value, scope: policy.urgeScope.value)
        guard same == nil || same == index else { return [] }
        return open(submission, on: channel, from: doubt.origin, continuing: index.map { file.complaints[$0].number })
    }
}

extension UrgeDoubt: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        submission = try fields.required("submission")
        at = try fields.required("at")
        origin = try fields.optional("origin")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("submission", submission)
        writer.write("at", at)
        writer.write("origin", origin)
    }
}
