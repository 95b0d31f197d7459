public import Domain

extension ComplaintEvent: WireEvent {
    public enum WireType: String, CaseIterable, Sendable {
        case registered = "redress.complaint.registered.v1"
        case informationRequired = "redress.complaint.information-required.v1"
        case supplemented = "redress.complaint.supplemented.v1"
        case urged = "redress.complaint.urged.v1"
        case withdrawn = "redress.complaint.withdrawn.v1"
        case exposed = "redress.complaint.exposed.v1"
        case flagged = "redress.complaint.flagged.v1"
        case feedbackGiven = "redress.complaint.feedback-given.v1"
        case contested = "redress.complaint.contested.v1"
        case rejected = "redress.complaint.rejected.v1"
    }

    public static var topic: Topic { .complaints }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var key: String {
        switch self {
        case .registered(let payload): payload.complaint.rawValue
        case .informationRequired(let payload): payload.complaint.rawValue
        case .supplemented(let payload): payload.complaint.rawValue
        case .urged(let payload): payload.complaint.rawValue
        case .withdrawn(let payload): payload.complaint.rawValue
        case .exposed(let payload): payload.complaint.rawValue
        case .flagged(let payload): payload.complaint.rawValue
        case .feedbackGiven(let payload): payload.complaint.rawValue
        case .contested(let payload): payload.complaint.rawValue
        case .rejected(let payload): payload.line == .unreadable ? payload.eventSource : payload.line.token.rawValue
        }
    }

    /// The id of the event that it answers, or was made from; `nil` where a release wrote it that did not say so.
    public var eventID: String? {
        switch self {
        case .registered(let payload): payload.eventID
        case .informationRequired(let payload): payload.eventID
        case .supplemented(let payload): payload.eventID
        case .urged(let payload): payload.eventID
        case .withdrawn(let payload): payload.eventID
        case .exposed(let payload): payload.eventID
        case .flagged, .contested: nil
        case .feedbackGiven(let payload): payload.eventID
        case .rejected(let payload): payload.eventID
        }
    }

    public func isAnswerAlone(sequence: Int64?) -> Bool { if case .rejected = self { true } else { false } }

    public func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer {
        switch self {
        case .registered(let payload): receiver.take(payload, as: WireType.registered.rawValue)
        case .informationRequired(let payload): receiver.take(payload, as: WireType.informationRequired.rawValue)
        case .supplemented(let payload): receiver.take(payload, as: WireType.supplemented.rawValue)
        case .urged(let payload): receiver.take(payload, as: WireType.urged.rawValue)
        case .withdrawn(let payload): receiver.take(payload, as: WireType.withdrawn.rawValue)
        case .exposed(let payload): receiver.take(payload, as: WireType.exposed.rawValue)
        case .flagged(let payload): receiver.take(payload, as: WireType.flagged.rawValue)
        case .feedbackGiven(let payload): receiver.take(payload, as: WireType.feedbackGiven.rawValue)
        case .contested(let payload): receiver.take(payload, as: WireType.contested.rawValue)
        case .rejected(let payload): receiver.take(payload, as: WireType.rejected.rawValue)
        }
    }

    public static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self {
        switch type {
        case .registered: .registered(try source.payload())
        case .informationRequired: .informationRequired(try source.payload())
        case .supplemented: .supplemented(try source.payload())
        case .urged: .urged(try source.payload())
        case .withdrawn: .withdrawn(try source.payload())
        case .exposed: .exposed(try source.payload())
        case .flagged: .flagged(try source.payload())
        case .feedbackGiven: .feedbackGiven(try source.payload())
        case .contested: .contested(try source.payload())
        case .rejected: .rejected(try source.payload())
        }
    }
}
