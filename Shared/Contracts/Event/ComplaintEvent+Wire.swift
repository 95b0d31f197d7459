public import Domain
public import Foundation

extension ComplaintEvent: WireEvent {
    private enum WireType: String, CaseIterable {
        case registered = "redress.complaint.registered.v1"
        case informationRequired = "redress.complaint.information-required.v1"
        case supplemented = "redress.complaint.supplemented.v1"
        case urged = "redress.complaint.urged.v1"
        case withdrawn = "redress.complaint.withdrawn.v1"
        case exposed = "redress.complaint.exposed.v1"
        case flagged = "redress.complaint.flagged.v1"
        case feedbackGiven = "redress.complaint.feedback-given.v1"
        case rejected = "redress.complaint.rejected.v1"
    }

    public static var topic: Topic { .complaints }

    public static let wireTypes = WireType.allCases.map(\.rawValue)

    public var wireType: String {
        let type: WireType =
            switch self {
            case .registered: .registered
            case .informationRequired: .informationRequired
            case .supplemented: .supplemented
            case .urged: .urged
            case .withdrawn: .withdrawn
            case .exposed: .exposed
            case .flagged: .flagged
            case .feedbackGiven: .feedbackGiven
            case .rejected: .rejected
            }
        return type.rawValue
    }

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
        case .flagged: nil
        case .feedbackGiven(let payload): payload.eventID
        case .rejected(let payload): payload.eventID
        }
    }

    public func isAnswerAlone(sequence: Int64?) -> Bool { if case .rejected = self { true } else { false } }

    public func encodeData(with coder: WireCoder) throws(Fault) -> Data {
        switch self {
        case .registered(let payload): try coder.encode(payload)
        case .informationRequired(let payload): try coder.encode(payload)
        case .supplemented(let payload): try coder.encode(payload)
        case .urged(let payload): try coder.encode(payload)
        case .withdrawn(let payload): try coder.encode(payload)
        case .exposed(let payload): try coder.encode(payload)
        case .flagged(let payload): try coder.encode(payload)
        case .feedbackGiven(let payload): try coder.encode(payload)
        case .rejected(let payload): try coder.encode(payload)
        }
    }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> ComplaintEvent? {
        switch WireType(rawValue: type) {
        case .registered: .registered(try coder.decode(ComplaintRegistered.self, from: data))
        case .informationRequired: .informationRequired(try coder.decode(ComplaintInformationRequired.self, from: data))
        case .supplemented: .supplemented(try coder.decode(ComplaintSupplemented.self, from: data))
        case .urged: .urged(try coder.decode(ComplaintUrged.self, from: data))
        case .withdrawn: .withdrawn(try coder.decode(ComplaintWithdrawn.self, from: data))
        case .exposed: .exposed(try coder.decode(ComplaintExposed.self, from: data))
        case .flagged: .flagged(try coder.decode(ComplaintFlagged.self, from: data))
        case .feedbackGiven: .feedbackGiven(try coder.decode(ComplaintFeedbackGiven.self, from: data))
        case .rejected: .rejected(try coder.decode(IntakeRejected.self, from: data))
        case nil: nil
        }
    }
}
