import Domain
import Foundation
import Kafka
import Policies
import Postgres
import Synchronization
import Telemetry

/// One worker in a thread of its own, from start to a graceful end.
final class WorkerThread: Sendable {
    /// After how long a worker looks after itself though nothing has come; whatever comes ends the wait.
    private static let longestWaitMilliseconds = 1_000

    private let isStopping = Atomic(false)
    private let waker: Mutex<KafkaWaker?> = Mutex(nil)
    private let ended = DispatchSemaphore(value: 0)
    private let startFault = Mutex<(any Error)?>(nil)

    struct Plan: Sendable {
        let definition: ServiceDefinition
        let settings: ServiceSettings
        let pack: PolicyPack
        let gate: CommandGate
        let gateways: GatewayKeys
        let status: ServiceStatus
        let metrics: Metrics
        let index: Int
    }

    /// - Parameter request: asked to end the service where the worker cannot start, which no waiting would mend.
    init(_ plan: Plan, _ request: StopRequest) {
        let thread = Thread { [self] in
            run(plan, request)
            ended.signal()
        }
        thread.name = "worker-\(plan.index)"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Why it could not start, such as a setting that Kafka's library refuses; `nil` where it could.
    var fault: (any Error)? { startFault.withLock { $0 } }

    func stop() {
        isStopping.store(true, ordering: .releasing)
        waker.withLock { $0?.wake() }
    }

    func join() {
        ended.wait()
    }

    private func run(_ plan: Plan, _ request: StopRequest) {
        do {
            let worker = try makeWorker(plan)
            var gauges = LaneGauges(metrics: plan.metrics, worker: plan.index)
            var lastReport: Int64 = 0
            while !isStopping.load(ordering: .acquiring) {
                worker.step(waitMilliseconds: Self.longestWaitMilliseconds)
                let now = plan.settings.clock.monotonicMilliseconds()
                guard now - lastReport >= 200 else { continue }
                lastReport = now
                let status = worker.status()
                plan.status.report(status, of: plan.index)
                gauges.show(status)
            }
            worker.stop()
        } catch {
            startFault.withLock { $0 = error }
            request.ask()
        }
        var status = WorkerStatus()
        status.isStopped = true
        plan.status.report(status, of: plan.index)
    }

    private func makeWorker(_ plan: Plan) throws -> Worker {
        let settings = plan.settings
        let definition = plan.definition
        let personalData = try SealingGuard(
            keyring: settings.keyring, lineKey: settings.lineKey, givesCustomersKeys: settings.givesCustomersKeys)
        let handlers = definition.handlers(
            HandlerParts(plan.pack, personalData: personalData, gate: plan.gate, gateways: plan.gateways))
        let link = try KafkaLink(
            settings.kafka.ofWorker(plan.index), group: definition.consumerGroup, topics: handlers.flatMap { $0.group.topics.map(\.name) })
        waker.withLock { $0 = link.waker }
        let store = PostgresLaneStore { () throws(StoreError) in
            try ServiceDatabase.connect(
                settings.databaseURL, passwordFile: settings.databasePasswordFile, service: definition.name,
                schemaVersion: definition.schemaVersion, isWriter: true)
        }
        return Worker(
            service: definition.name, handlers: handlers, log: link, store: store, clock: settings.clock, sealer: personalData,
            observer: TelemetryObserver(metrics: plan.metrics, logger: settings.logger), settings: settings.worker)
    }
}
