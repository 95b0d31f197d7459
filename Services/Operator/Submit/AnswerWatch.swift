import Contracts
import Domain
import Foundation
import Kafka

/// Follows `redress.complaints` for what intake says to the events that are being sent; opened before they are, so that no answer is missed.
final class AnswerWatch {
    /// The header of CloudEvents' correlation extension: the id of the event that was answered.
    private static let causation = "ce_causationid"
    private static let prefix = "redress.complaint."
    private static let suffix = ".v1"

    private let reader: KafkaReader?
    private let coder = WireCoder()
    private(set) var answers: [IntakeAnswer] = []
    /// Which answer an event's source and id belong to.
    private var places: [String: Int] = [:]
    /// The same by the id alone; `nil` for an id that several sources use.
    private var placesByID: [String: Int?] = [:]
    private var open = 0

    init(_ settings: KafkaSettings) throws(KafkaError) {
        reader = try KafkaReader(settings, topics: [Topic.complaints.name], from: .end)
    }

    /// Watches nothing: messages are handed to `take`.
    init() { reader = nil }

    /// Has it wait for the answer to an event as well.
    func expect(_ event: CloudEvent, line: Int) {
        places[Self.key(event.source, event.id)] = answers.count
        placesByID[event.id] = placesByID[event.id] == nil ? .some(answers.count) : .some(nil)
        answers.append(IntakeAnswer(to: event, line: line))
        open += 1
    }

    var isComplete: Bool { open == 0 }

    /// Takes what has come in so far, without waiting.
    func drain() throws { for message in try reader?.next(timeoutMilliseconds: 0) ?? [] { try take(message) } }

    /// Takes answers until all are there or the time has passed.
    ///
    /// - Parameter progress: called with the number of answers that came.
    func wait(_ timeout: Duration, progress: (Int) -> Void = { _ in }) throws {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        while !isComplete, let reader {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return }
            let before = open
            for message in try reader.next(timeoutMilliseconds: max(1, Int(left.wholeMilliseconds))) { try take(message) }
            progress(before - open)
        }
    }

    /// Reads one message of the topic; what answers none of the events is passed over.
    ///
    /// - Throws: a `Fault` for a message of intake's that is no event of its contract.
    func take(_ message: ConsumedMessage) throws(Fault) {
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        guard event.type.hasPrefix(Self.prefix), event.type.hasSuffix(Self.suffix),
            let outcome = IntakeAnswer.Outcome(rawValue: String(event.type.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)))
        else { return }
        let data = try coder.decode(AnswerData.self, from: event.data)
        guard let place = place(of: data, message), answers[place].outcome == nil else { return }
        answers[place].take(outcome, data)
        open -= 1
    }

    /// By what the data names, else by the attribute: what completes a complaint names the event it was made from, and is caused by another.
    private func place(of data: AnswerData, _ message: ConsumedMessage) -> Int? {
        let cause = message.header(Self.causation).map { String(decoding: $0, as: UTF8.self) }
        if let source = data.eventSource, let id = data.eventID {
            if let place = places[Self.key(source, id)] { return place }
            guard cause != id else { return nil }
        }
        return cause.flatMap { placesByID[$0] ?? nil }
    }

    private static func key(_ source: String, _ id: String) -> String { source + "\u{1F}" + id }
}
