import Contracts
import Counting
import Domain
import Foundation
import Kafka
import Seeded
import Testing

/// Many complaints, each with the same fate, so that all that must be there afterwards can be counted.
///
/// The clock runs so fast that the warning and the breach of the one SLA clock come while the complaints come in; messages are never sent
/// twice, for their receipts have all the time in the world. So each complaint has two alerts, one escalation and five messages.
struct Load {
    let count: Int
    var chance: SplitMix64

    init(count: Int, seed: UInt64) {
        self.count = count
        chance = SplitMix64(seed: seed)
    }

    static func configure(_ options: inout Deployment.Options) {
        options.speed = 20_000
        options.policyEdits = [
            "notification.yaml": ["30m", "2h", "7d", "10m"].map {
                (old: "receiptTimeout: {value: \($0),", new: "receiptTimeout: {value: 3650d,")
            }
        ]
        options.files = CountablePolicies.files(allowance: "48h")
    }

    /// Sends all complaints in so many parts, with something happening after each; some come twice, some to a wrong partition.
    mutating func send(to deployment: Deployment, parts: Int, _ between: () throws -> Void) throws {
        let size = (count + parts - 1) / parts
        for part in 0..<parts {
            var messages: [ProducedMessage] = []
            for number in part * size..<min(count, (part + 1) * size) {
                var complaint = Gateway.complaint("139\(10_000_000 + number)")
                // Half a day, some two seconds, ago: no clock of a service may find it in the future.
                complaint.receivedAt = deployment.now.adding(.hours(-12))
                let partition = chance.next() % 20 == 0 ? Int32(chance.next() % UInt64(deployment.options.partitions)) : nil
                let message = deployment.gateway.message(complaint, partition: partition)
                messages += chance.next() % 10 == 0 ? [message, message] : [message]
            }
            try deployment.gateway.send(messages)
            try deployment.ledger.read(milliseconds: 0)
            try between()
            try deployment.wait("the complaints of part \(part) begin to be registered", until: { registered(deployment) > part * size })
        }
    }

    private func registered(_ deployment: Deployment) -> Int { deployment.ledger.facts("redress.complaint.registered.v1").count }

    /// What each complaint must lead to, by type and how often.
    private static let fate = [
        "redress.complaint.registered.v1": 1, "redress.work-order.dispatched.v1": 1, "redress.work-order.escalated.v1": 1,
        "redress.alert.warned.v1": 1, "redress.alert.breached.v1": 1, "redress.notification.requested.v1": 3,
    ]

    /// What waits for the unit's digest: the new work order, and the early warning where the breach has not overtaken it.
    private var collected: ClosedRange<Int> { count...2 * count }

    /// Facts of complaints, and how many notices the digests have in them; other facts have units for keys.
    private static func isOfAComplaint(_ fact: Fact) -> Bool { fate[fact.type] != nil }

    private static func collected(_ ledger: TopicLedger) -> [Fact] { ledger.facts("redress.staff-notice.collected.v1") }

    private static func gathered(_ ledger: TopicLedger) -> Int {
        ledger.facts("redress.notification.digest-requested.v1").reduce(0) { $0 + (($1.fields["total"] as? Int) ?? 0) }
    }

    func waitUntilAllIsDone(in deployment: Deployment) throws {
        let expected = Self.fate.values.reduce(0, +) * count
        try deployment.wait(seconds: 240, "\(count) complaints have met their fate") {
            deployment.ledger.facts.count(where: Self.isOfAComplaint) >= expected
                && collected.contains(Self.collected(deployment.ledger).count)
                && Self.gathered(deployment.ledger) == Self.collected(deployment.ledger).count
        }
        // What comes too often would come now.
        for _ in 0..<10 { try deployment.ledger.read(milliseconds: 100) }
    }

    /// All but the heartbeats, which come by the machine's time.
    private func fateful(_ ledger: TopicLedger) -> [Fact] { ledger.facts.filter { $0.type != Heartbeat.wireType } }

    func check(_ ledger: TopicLedger, at location: SourceLocation = #_sourceLocation) {
        #expect(ledger.breaches.isEmpty, "\(ledger.breaches.prefix(5))", sourceLocation: location)
        #expect(ledger.deadLetters.isEmpty, "an outage is not a poison message", sourceLocation: location)
        let notices = Self.collected(ledger)
        #expect(collected.contains(notices.count), sourceLocation: location)
        #expect(Set(notices.map(\.event.id)).count == notices.count, "each notice is collected once", sourceLocation: location)
        #expect(Self.gathered(ledger) == notices.count, "each notice is in one digest", sourceLocation: location)
        let keys = ledger.facts(CustomerKeyMade.wireType)
        #expect(keys.count == count && Set(keys.map(\.key)).count == count, "each line has one key", sourceLocation: location)
        let others: Set = [
            "redress.staff-notice.collected.v1", "redress.notification.digest-requested.v1", CustomerKeyMade.wireType,
        ]
        let byType = Dictionary(grouping: fateful(ledger).filter { !others.contains($0.type) }, by: \.type)
        #expect(byType.mapValues(\.count) == Self.fate.mapValues { $0 * count }, sourceLocation: location)
        let complaints = Set((byType["redress.complaint.registered.v1"] ?? []).map(\.key))
        #expect(complaints.count == count, sourceLocation: location)
        for (type, facts) in byType {
            #expect(Set(facts.map(\.event.id)).count == facts.count, "each \(type) has an id of its own", sourceLocation: location)
            let perComplaint = Dictionary(grouping: facts, by: \.key).mapValues(\.count)
            #expect(perComplaint.count == count && Set(perComplaint.values) == [Self.fate[type] ?? 0], "\(type)", sourceLocation: location)
            #expect(complaints.isSuperset(of: perComplaint.keys), "\(type)", sourceLocation: location)
        }
        let tokens = (byType["redress.complaint.registered.v1"] ?? []).compactMap {
            ($0.fields["line"] as? [String: Any])?["token"] as? String
        }
        #expect(Set(tokens).count == count, "one complaint a line", sourceLocation: location)
        let told = (byType["redress.notification.requested.v1"] ?? []).compactMap { fact in
            fact.text("template").map { "\(fact.key) \($0)" }
        }
        #expect(Set(told).count == told.count, "nobody is told the same twice", sourceLocation: location)
    }
}
