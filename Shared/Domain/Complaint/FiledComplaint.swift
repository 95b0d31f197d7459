/// One complaint in its line's file.
public struct FiledComplaint: Codable, Sendable, Equatable {
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
    public enum Standing: Codable, Sendable, Equatable {
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
