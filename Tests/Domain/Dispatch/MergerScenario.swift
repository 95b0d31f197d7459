import Seeded

@testable import Domain

/// Several complaints' lanes at dispatch, and the messages between them, which keep their order for each pair and nothing else.
struct MergerScenario {
    private(set) var lanes: [ComplaintNumber: Scenario<DispatchDecider>] = [:]
    /// What is under way, by sender and receiver.
    private(set) var underWay: [[MergerMessage]] = []
    private(set) var events: [ComplaintNumber: [WorkOrderEvent]] = [:]
    private var commands = 0

    mutating func registers(_ number: ComplaintNumber) throws(Fault) {
        try take(.complaint(.registered(ComplaintScenario.complaint(number: number))), number)
    }

    mutating func orders(_ command: WorkOrderCommand, _ number: ComplaintNumber, by actor: ActorID = "staff-1042") throws(Fault) {
        commands += 1
        let identity = CommandIdentity(type: "t", source: "/desk", id: "\(commands)", actor: actor)
        try take(.command(command, of: number, identity), number)
    }

    mutating func withdraws(_ number: ComplaintNumber) throws(Fault) {
        try take(.complaint(.withdrawn(ComplaintWithdrawn(complaint: number, at: ComplaintScenario.morning))), number)
    }

    mutating func urges(_ number: ComplaintNumber, count: Int) throws(Fault) {
        let urged = ComplaintUrged(complaint: number, channel: "hotline", count: count, at: ComplaintScenario.morning)
        try take(.complaint(.urged(urged)), number)
    }

    /// Time passes in one lane.
    mutating func wakes(_ number: ComplaintNumber) throws(Fault) {
        guard let due = lanes[number]?.due else { return }
        try take(.wake, number, at: due)
    }

    /// Delivers one message of those that are first in their order; `false` when nothing is under way.
    mutating func delivers(using random: inout SplitMix64) throws(Fault) -> Bool {
        guard let way = underWay.indices.randomElement(using: &random) else { return false }
        let message = underWay[way].removeFirst()
        if underWay[way].isEmpty { underWay.remove(at: way) }
        try take(.merger(message), message.complaint)
        return true
    }

    mutating func deliversAll() throws(Fault) {
        var random = SplitMix64(seed: 1)
        while try delivers(using: &random) {}
    }

    func status(_ number: ComplaintNumber) -> WorkOrderStatus? { lanes[number]?.state?.status }

    func open(_ number: ComplaintNumber) -> OpenWorkOrder? {
        guard case .open(let order) = lanes[number]?.state else { return nil }
        return order
    }

    func urged(_ number: ComplaintNumber) -> [WorkOrderUrged] {
        events[number, default: []].compactMap {
            guard case .urged(let urged) = $0 else { return nil }
            return urged
        }
    }

    func entrusted(_ number: ComplaintNumber) -> [WorkOrderEntrusted] {
        events[number, default: []].compactMap {
            guard case .entrusted(let entrusted) = $0 else { return nil }
            return entrusted
        }
    }

    func words(_ number: ComplaintNumber) -> [String] { events[number, default: []].map(\.word) }

    private mutating func take(_ input: DispatchInput, _ number: ComplaintNumber, at time: Instant? = nil) throws(Fault) {
        var lane = lanes[number] ?? Scenario(DispatchDecider.self, policy: .fixture(), at: ComplaintScenario.morning)
        let happened = try lane.when(input, at: time)
        lanes[number] = lane
        events[number, default: []] += happened
        for case .asked(let message) in happened {
            if let way = underWay.firstIndex(where: { $0[0].from == message.from && $0[0].complaint == message.complaint }) {
                underWay[way].append(message)
            } else {
                underWay.append([message])
            }
        }
    }
}
