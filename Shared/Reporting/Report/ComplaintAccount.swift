public import Domain

/// All that reports need to know of one complaint, folded from the facts in whatever order they come.
///
/// It holds nothing personal: the line only as a token.
public struct ComplaintAccount: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public internal(set) var registration: Registration?
    public internal(set) var dispatch: Dispatch?
    /// The unit that has it now.
    public internal(set) var unit: Unit?
    public internal(set) var finding: Finding?
    /// What happened and when, in the order it became known: one flat list, since there is an account for every complaint of years.
    public internal(set) var marks: [Mark] = []
    /// What the customer said of the result: told at once, or when followed up.
    public internal(set) var opinions: [Opinion] = []
    public internal(set) var alerts: [AlertMark] = []
    public internal(set) var payments: [Payment] = []
    /// Payments that billing has taken back.
    public internal(set) var reversals: [Payment] = []
    public internal(set) var outcome: ArchiveOutcome?
    /// The appeals that came to it and became no complaint of their own.
    public internal(set) var joinedAppeals: [JoinedAppeal] = []
    /// The appeal that waits for what is missing; `nil` for what is none, or is registered.
    var askedAppeal: AskedAppeal?
    /// The last sequence heard of each writer: what is not newer is a repetition.
    var heard: [Int64] = []

    /// What happens to a complaint besides what has a place of its own.
    public enum Moment: String, Hashable, Sendable, CaseIterable {
        case answered, answerReturned, told, urged, transferred, escalated, reviewed, archived, withdrawn, paymentFailed
        case unresolved, repeated, appealed, majorDeclared, majorRevoked, maliciousDeclared, maliciousRevoked
        case appealRefused, appealSettled, appealDisputed, appealNoted
    }

    /// One thing that happened.
    public struct Mark: Hashable, Sendable {
        public let moment: Moment
        public let at: Instant
    }

    /// As it was registered.
    public struct Registration: Hashable, Sendable {
        public let line: LineToken
        public let channel: Channel
        public let level: ChannelLevel
        public let province: Province
        public let category: Category
        public let nature: Nature
        public let flags: [Flag]
        public let receivedAt: Instant
        public let registeredAt: Instant
        public let repeatOf: ComplaintNumber?
        public let settledOnSpot: Bool
        /// Of what came as an appeal, the points of Order 35 that the operator found not met; `nil` for what came otherwise.
        public let unmetPoints: [AppealPoint]?
    }

    /// As its work order was opened; it stands in where the registration is older than what was read.
    public struct Dispatch: Hashable, Sendable {
        public let channel: Channel
        public let level: ChannelLevel
        public let province: Province
        public let category: Category
        public let nature: Nature
        public let unit: Unit
        public let at: Instant
    }

    /// Whose fault it was found to be.
    public struct Finding: Hashable, Sendable {
        public let liability: Liability
        public let ground: String?
        public let at: Instant
    }

    /// Whether the customer was content, and when that was said.
    public struct Opinion: Hashable, Sendable {
        public let view: View
        public let at: Instant

        /// As it was said when told, or when followed up.
        public enum View: Hashable, Sendable {
            case content(Bool)
            /// From 1, very dissatisfied, to 5, very satisfied.
            case score(Int)
        }

        /// Whether it counts as satisfied.
        func isSatisfied(by policy: ReportPolicy) -> Bool {
            switch view {
            case .content(let isContent): isContent
            case .score(let score): score >= policy.satisfiedFrom.value
            }
        }
    }

    /// One alert of a clock.
    public struct AlertMark: Hashable, Sendable {
        public let clock: ClockName
        public let isBreach: Bool
        public let dueAt: Instant
        public let firedAt: Instant
    }

    /// One payment that billing made, or took back, and when it did.
    public struct Payment: Hashable, Sendable {
        public let claim: ClaimNumber
        public let amount: Money
        public let at: Instant
    }

    public init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// Notes a moment.
    mutating func note(_ moment: Moment, _ time: Instant) { marks.append(Mark(moment: moment, at: time)) }

    /// When something happened, each time.
    func times(_ moment: Moment) -> [Instant] { marks.compactMap { $0.moment == moment ? $0.at : nil } }

    /// When something happened first; `nil` for never.
    public func first(_ moment: Moment) -> Instant? { times(moment).min() }

    /// Whether something happened in a span of time.
    func has(_ moment: Moment, in span: Range<Instant>) -> Bool { marks.contains { $0.moment == moment && span.contains($0.at) } }

    /// Takes a fact of a writer unless it is a repetition: its sequence then is not newer.
    mutating func take(_ writer: ReportLedger.Writer, _ sequence: Int64?, _ body: (inout ComplaintAccount) -> Void) {
        if let sequence {
            if heard.isEmpty { heard = Array(repeating: 0, count: ReportLedger.Writer.allCases.count) }
            guard sequence > heard[writer.rawValue] else { return }
            heard[writer.rawValue] = sequence
        }
        body(&self)
    }

    public var channel: Channel? { registration?.channel ?? dispatch?.channel }
    public var level: ChannelLevel? { registration?.level ?? dispatch?.level }
    public var province: Province? { registration?.province ?? dispatch?.province ?? askedAppeal?.province }
    public var category: Category? { registration?.category ?? dispatch?.category }
    public var nature: Nature? { registration?.nature ?? dispatch?.nature }

    /// When it was closed, however it was; `nil` while open.
    public var closedAt: Instant? {
        if let registration, registration.settledOnSpot { return registration.registeredAt }
        return first(.archived) ?? first(.withdrawn)
    }
}
