public import Domain

/// Appeals that count as appeals and became no complaint of their own (S013).
extension ComplaintAccount {
    /// One of them: it came while another of its matter was open, too early, or never became complete.
    public struct JoinedAppeal: Hashable, Sendable {
        public let at: Instant
        /// Whether it is the second of a matter 重复单; the others were not accepted 无效单.
        public let isDuplicate: Bool
        /// The points of Order 35 that it did not meet, of what was not accepted.
        public let unmetPoints: [AppealPoint]

        /// What joined an open complaint: of one that a body could not take yet it was too early, of any other it is the second.
        init(_ appeal: AppealRecord, at time: Instant) {
            at = time
            isDuplicate = !appeal.isTooEarly
            unmetPoints = isDuplicate ? [] : appeal.unmetPoints
        }

        /// What ended before it was complete.
        init(incomplete points: [AppealPoint], at time: Instant) {
            at = time
            isDuplicate = false
            unmetPoints = points
        }
    }

    /// One that waits for what is missing.
    struct AskedAppeal: Hashable {
        let province: Province
        /// The points of Order 35 that it does not meet so far.
        let unmetPoints: [AppealPoint]

        init(_ appeal: AppealRecord, _ province: Province) {
            self.province = province
            unmetPoints = appeal.unmetPoints
        }
    }

    /// An appeal that waited for what was missing is over, and was never one.
    mutating func endAskedAppeal(at time: Instant) {
        guard registration == nil, let asked = askedAppeal else { return }
        joinedAppeals.append(JoinedAppeal(incomplete: asked.unmetPoints, at: time))
    }

    /// Whether it is an appeal by a customer who has to complain first, and so has complained (Order 35 art. 13).
    var isTurnedAway: Bool { registration.map { $0.unmetPoints != nil && $0.level != .appeal } ?? false }

    /// Tells what the appeals that came with it add to the regulator's form: each counts once among all that came in, and at most once among the
    /// duplicates and those not accepted.
    ///
    /// - Parameter isDuplicate: whether it is the second appeal of its line about the same problem in the period.
    func countAppeals(in span: Range<Instant>, isDuplicate: Bool, _ add: (ReportCount, Int64) -> Void) {
        for appeal in joinedAppeals where span.contains(appeal.at) {
            add(.appealsJoined, 1)
            add(appeal.isDuplicate ? .appealsDuplicate : .appealsRefused, 1)
        }
        if isDuplicate { add(.appealsDuplicate, 1) }
        if isTurnedAway {
            guard let registration, span.contains(registration.registeredAt) else { return }
            add(.appealsTurnedAway, 1)
            add(.appealsRefused, 1)
        } else if !isDuplicate, let refused = first(.appealRefused), span.contains(refused) {
            add(.appealsRefused, 1)
        }
    }

    /// The points for which appeals were not accepted in a span of time; empty for all others.
    func refusalGrounds(in span: Range<Instant>) -> [String] {
        let joined = joinedAppeals.filter { span.contains($0.at) && !$0.isDuplicate }.flatMap { Self.grounds($0.unmetPoints) }
        guard let registration, let points = registration.unmetPoints else { return joined }
        let isRefused =
            isTurnedAway ? span.contains(registration.registeredAt) : first(.appealRefused).map(span.contains) ?? false
        return isRefused ? joined + Self.grounds(points) : joined
    }

    private static func grounds(_ points: [AppealPoint]) -> [String] { points.isEmpty ? [unknown] : points.map(\.rawValue) }
}

extension AppealRecord {
    /// The points of Order 35 that the operator found not met.
    var unmetPoints: [AppealPoint] { (assessment?.findings ?? []).filter { $0.verdict == .failed }.map(\.point) }

    /// Whether the operator has to be asked, or to answer, first (Order 35 art. 13); what the body has accepted is never too early.
    fileprivate var isTooEarly: Bool {
        guard acceptedOn == nil, let outcome = assessment?.outcome else { return false }
        return switch outcome {
        case .complainFirst, .tooEarly: true
        case .question, .incomplete, .otherVenue, .refused, .inquire, .admissible: false
        }
    }
}
