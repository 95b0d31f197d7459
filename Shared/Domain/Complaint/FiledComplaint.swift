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
