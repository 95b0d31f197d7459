import CommandLine
import Contracts
import Kafka
import Runtime

/// Sends events to intake, and follows its answers where they are waited for.
final class SubmitSender {
    private let publisher: EventPublisher
    private let watch: AnswerWatch?
    private let timeout: Duration?

    /// - Throws: a `KafkaError` also where the topic of the answers cannot be read: before anything is sent.
    init(_ arguments: Arguments) throws {
        let settings = try ServiceSettings.kafka(arguments, clientID: "redress-submit")
        timeout = arguments.duration("wait")
        watch = try timeout.map { _ in try AnswerWatch(settings) }
        publisher = try EventPublisher(settings, topic: .intake)
    }

    /// Sends events in order and waits until the brokers have them.
    func send(_ events: [ImportedEvent]) throws {
        for event in events { watch?.expect(event.event, line: event.line) }
        try publisher.publish(events.map { ($0.key, $0.event) })
        try watch?.drain()
    }

    /// What intake has said once all is answered or the time has passed; `nil` where nobody asked.
    func answers() throws -> [IntakeAnswer]? {
        guard let watch, let timeout else { return nil }
        var progress = ProgressBar("waiting for answers", total: watch.answers.count)
        defer { progress.finish() }
        try watch.wait(timeout) { progress.advance(by: $0) }
        return watch.answers
    }
}
