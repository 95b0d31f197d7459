import Contracts
import Fakes
import Foundation
import Kafka
import Policies
import Runtime
import SLAMonitorService

@testable import Domain

/// sla-monitor's worker on a broker and a database in memory, stepped by the test.
final class MonitorBench {
    let broker: MemoryBroker
    let database = MemoryDatabase()
    /// 1 April 2026, noon in Shanghai.
    let clock = ManualClock(Instant(seconds: 1_775_016_000))
    private(set) var observer = RecordingObserver()
    private(set) var log: MemoryLog
    private(set) var store: MemoryStore
    private(set) var worker: Worker
    private let coder = WireCoder()
    private var sequences: [String: Int64] = [:]

    private static let inputs: [Topic] = [.complaints, .workOrders, .compensations, .risks]

    static let china = URL(filePath: #filePath).appending(path: "../../../../Ops/policies/china").standardizedFileURL

    init(_ pack: PolicyPack) {
        let names = (Self.inputs + [.alerts]).map(\.name)
        broker = MemoryBroker(topics: Dictionary(uniqueKeysWithValues: names.map { ($0, 3) } + [(Topic.deadLetters.name, 1)]))
        (log, store, worker) = Self.make(pack, broker, database, clock, observer)
        giveAll()
    }

    private static func make(
        _ pack: PolicyPack, _ broker: MemoryBroker, _ database: MemoryDatabase, _ clock: ManualClock, _ observer: RecordingObserver
    ) -> (MemoryLog, MemoryStore, Worker) {
        let log = MemoryLog(broker)
        let store = MemoryStore(database)
        let worker = Worker(
            service: "sla-monitor", handlers: SLAMonitorService.handlers(by: pack), log: log, store: store, clock: clock,
            sealer: PlainSealer(), observer: observer)
        return (log, store, worker)
    }

    private func giveAll() {
        log.give(Self.inputs.flatMap { topic in (0..<Int32(3)).map { TopicPartition(topic: topic.name, partition: $0) } })
    }

    /// The process dies and another takes its place, with a policy of its own.
    func restart(_ pack: PolicyPack) {
        log.isDead = true
        (log, store, worker) = Self.make(pack, broker, database, clock, observer)
        giveAll()
    }

    func run(steps: Int = 40, delivering: Bool = true) {
        for _ in 0..<steps {
            worker.step(waitMilliseconds: 0)
            if delivering { log.deliver() }
            clock.advance(.milliseconds(50))
        }
    }

    /// A fact of another service, in its key's sequence.
    func emit(_ event: some WireEvent) {
        let topic = Swift.type(of: event).topic.name
        sequences["\(topic) \(event.key)", default: 0] += 1
        let sequence = sequences["\(topic) \(event.key)"]
        let cloud = CloudEvent(
            id: "\(event.key)-\(topic)-\(sequence ?? 0)", source: "/redress/other", type: event.wireType, subject: event.key,
            partitionKey: event.key, sequence: sequence, data: event.encodeData(with: coder))
        broker.append(
            topic: topic, key: Data(event.key.utf8), value: cloud.data,
            headers: CloudEventWriter.headers(for: cloud).map { ($0.name, $0.value) })
    }

    func register(
        _ number: Int, province: Province = "CN-JS", level: ChannelLevel = .groupLevel, flags: [Flag] = [.escalated]
    ) {
        emit(
            ComplaintEvent.registered(
                ComplaintRegistered(
                    complaint: ComplaintNumber("C\(number)"), line: LineReference(token: "line-1", masked: "138****8000"),
                    channel: "group-hotline", level: level, province: province, category: "billing", nature: .ordinary, flags: flags,
                    language: .chinese, personal: SealedText(ciphertext: "sealed"), receivedAt: clock.now(), registeredAt: clock.now(),
                    repeatOf: nil,
                    disputedAmount: nil, settledOnSpot: false, policyVersion: "2019.1")))
    }

    /// The alerts of a type as a reader has them who knows each by its id.
    func alerts(_ type: String) throws -> [CloudEvent] {
        var seen: Set<String> = []
        return try broker.messages(of: Topic.alerts.name).map { try CloudEventReader.read(value: $0.value, headers: $0.headers) }
            .filter { $0.type == type && seen.insert($0.id).inserted }
    }

    func risks() throws -> [RiskAlert] {
        try alerts("redress.alert.risk.v1").compactMap { event in
            guard case .risk(let alert)? = try RiskEvent.decode(type: event.type, data: event.data, with: coder) else { return nil }
            return alert
        }
    }

    func heartbeats() throws -> [Heartbeat] {
        try alerts(Heartbeat.wireType).compactMap { try Heartbeat.decode(type: $0.type, data: $0.data, with: coder) }
    }

    /// When the file of a complaint will be looked at next.
    func due(_ complaint: ComplaintNumber) -> Instant? { database.state(complaint.rawValue, in: "complaint")?.due }
}
