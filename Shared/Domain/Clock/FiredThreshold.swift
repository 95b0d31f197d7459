/// An alert that went out, or that it is over: kept within the complaint's file, so that neither is said twice.
public struct FiredThreshold: Hashable, Sendable {
    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    /// Per cent of the allowed time; of a sign, how often or after how many minutes.
    public let threshold: Int
    /// When the alert went out; of one that is over, when that was said.
    public let firedAt: Instant
    /// Whether this says that the alert is over.
    public let isOver: Bool

    init(clock: ClockName, cycle: Int, threshold: Int, firedAt: Instant, isOver: Bool = false) {
        self.clock = clock
        self.cycle = cycle
        self.threshold = threshold
        self.firedAt = firedAt
        self.isOver = isOver
    }
}

/// Written as one line of text, `answer/1/80 2026-10-02T16:00:00Z`; with a minus before the threshold where it says that the alert is over,
/// which the last release reads as a threshold of no rule, keeps and hands back.
extension FiredThreshold: LosslessStringConvertible, DocumentText {
    public var description: String { "\(clock)/\(cycle)/\(isOver ? "-" : "")\(threshold) \(firedAt)" }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let firedAt = Instant(stored: String(parts[1])) else { return nil }
        let identity = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard identity.count == 3 else { return nil }
        let isOver = identity[2].first == "-"
        guard let cycle = Int(digits: identity[1]), let threshold = Int(digits: isOver ? identity[2].dropFirst() : identity[2]) else {
            return nil
        }
        self.init(clock: ClockName(String(identity[0])), cycle: cycle, threshold: threshold, firedAt: firedAt, isOver: isOver)
    }
}
