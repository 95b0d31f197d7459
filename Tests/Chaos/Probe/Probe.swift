import Dispatch
import Embedded
import Kafka
import OperatorService
import Postgres
import Synchronization

/// Asks the servers something each second, whatever the services do: a message through each partition of a topic of its own, each of which
/// another broker leads, and a statement that has to be on PostgreSQL's disk. It goes over none of the networks that are made worse.
///
/// So a stall of the servers, or of the machine, is told from one of ours.
final class Probe: Sendable {
    private let log = Mutex(ProbeLog())
    private let start = ContinuousClock.now
    private let workers: Mutex<[Background]> = Mutex([])
    private let channels: [String]

    private static let topic = "redress-chaos-probe"
    private static let partitions = 3
    private static let everyMilliseconds = 1_000
    /// How long an answer is waited for; a longer one is none, in milliseconds.
    private static let answerMilliseconds = 10_000

    /// Makes the topic and the table, and begins to ask.
    init(_ ground: Ground) throws {
        let settings = ground.settings(clientID: "redress-chaos-probe")
        channels = (0..<Self.partitions).map { "broker partition \($0)" } + [ProbeLog.postgres]
        try KafkaAdmin(settings).createTopics([
            TopicSpecification(name: Self.topic, partitions: Self.partitions, replication: ground.brokers.nodeCount)
        ])
        let url = ground.deployment.administratorURL
        try PostgresConnection(url, applicationName: "redress-chaos").script(Self.table)
        workers.withLock { workers in
            for partition in 0..<Self.partitions { workers.append(askBroker(settings, partition)) }
            workers.append(askDatabase(url))
        }
    }

    /// Since it began, in seconds.
    var now: Double { (.now - start) / .seconds(1) }

    func finding(of settlingTime: SettlingTime, at time: Double) -> ProbeLog.Finding {
        log.withLock { $0.finding(from: settlingTime.mended, to: time, without: settlingTime.looks) }
    }

    /// Whether every server has answered quickly for so many seconds on end.
    func isSteady(seconds: Int) -> Bool { log.withLock { $0.isSteady(channels: channels, answers: seconds) } }

    func stop() throws {
        for worker in workers.withLock({ $0 }) { try worker.stop() }
    }

    private static let table = "CREATE TABLE public.chaos_probe (at timestamptz NOT NULL); INSERT INTO public.chaos_probe VALUES (now())"
    private static let statement = Statement("UPDATE public.chaos_probe SET at = now()")

    private func askBroker(_ settings: KafkaSettings, _ partition: Int) -> Background {
        let channel = channels[partition]
        return Background("probe of the brokers") { [self] shallEnd in
            let producer = try KafkaProducer(settings)
            let message = ProducedMessage(topic: Self.topic, partition: Int32(partition), key: nil, value: nil)
            while !shallEnd(Self.everyMilliseconds) {
                measure(channel) {
                    do throws(KafkaError) {
                        try producer.produce([message], timeoutMilliseconds: Self.answerMilliseconds)
                        return true
                    } catch {
                        return false
                    }
                }
            }
        }
    }

    private func askDatabase(_ url: String) -> Background {
        Background("probe of PostgreSQL") { [self] shallEnd in
            var connection: PostgresConnection?
            while !shallEnd(Self.everyMilliseconds) {
                measure(ProbeLog.postgres) {
                    do {
                        let open = try connection ?? PostgresConnection(url, applicationName: "redress-chaos-probe")
                        connection = open
                        _ = try open.execute(Self.statement)
                        return true
                    } catch {
                        connection = nil
                        return false
                    }
                }
            }
        }
    }

    private func measure(_ channel: String, _ ask: () -> Bool) {
        log.withLock { $0.ask(channel, at: now) }
        let isAnswered = ask()
        log.withLock { $0.answer(channel, at: now, isAnswered: isAnswered) }
    }
}
