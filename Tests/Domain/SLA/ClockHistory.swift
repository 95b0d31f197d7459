import Seeded

@testable import Domain

/// A random life of one complaint, minute by minute: dispatched, held and resumed for reasons that count and that do not, answered, sent back.
struct ClockHistory {
    /// What intake says, in its order; each with its minute since 1970.
    private(set) var complaint: [(minute: Int, input: SLAInput)] = []
    /// What dispatch says, in its order.
    private(set) var workOrder: [(minute: Int, input: SLAInput)] = []
    /// The cycles of the `solve` clock, with the rests that count.
    private(set) var cycles: [(start: Int, end: Int?, rests: [(from: Int, until: Int)])] = []

    init(from first: Int, random: inout SplitMix64) {
        var minute = first
        complaint.append((minute, Clocks.registered(Self.instant(minute))))
        minute += Int.random(in: 0...600, using: &random)
        workOrder.append((minute, Clocks.dispatched(Self.instant(minute))))
        for round in 0..<Int.random(in: 1...3, using: &random) {
            if round > 0 {
                minute += Int.random(in: 0...3000, using: &random)
                workOrder.append((minute, Clocks.answerReturned(Self.instant(minute))))
            }
            cycles.append((minute, nil, []))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                minute += Int.random(in: 1...2500, using: &random)
                let counts = Bool.random(using: &random)
                workOrder.append((minute, Clocks.held(Self.instant(minute), counts ? "waiting-for-customer" : "waiting-for-partner")))
                let from = minute
                minute += Int.random(in: 1...4000, using: &random)
                workOrder.append((minute, Clocks.resumed(Self.instant(minute))))
                if counts { cycles[round].rests.append((from, minute)) }
            }
            minute += Int.random(in: 1...6000, using: &random)
            workOrder.append((minute, Clocks.answered(Self.instant(minute))))
            cycles[round].end = minute
        }
        if Bool.random(using: &random) {
            minute += Int.random(in: 0...500, using: &random)
            complaint.append((minute, Clocks.withdrawn(Self.instant(minute))))
        }
    }

    /// The last minute anything happens.
    var last: Int { max(complaint.last?.minute ?? 0, workOrder.last?.minute ?? 0) }

    /// Both topics in the order of time.
    var inTime: [(minute: Int, input: SLAInput)] {
        (complaint + workOrder).enumerated().sorted { ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset) }.map(\.element)
    }

    /// Both topics in any interleaving that keeps each one's order.
    func interleaved(_ random: inout SplitMix64) -> [SLAInput] {
        var left = complaint[...]
        var right = workOrder[...]
        var mixed: [SLAInput] = []
        while !left.isEmpty || !right.isEmpty {
            let takesLeft = right.isEmpty || (!left.isEmpty && Bool.random(using: &random))
            if let next = takesLeft ? left.popFirst() : right.popFirst() { mixed.append(next.input) }
        }
        return mixed
    }

    static func instant(_ minute: Int) -> Instant { Instant(seconds: Int64(minute) * 60) }
}
