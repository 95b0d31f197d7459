import Contracts
import Domain
import Foundation
import Kafka
import Policies
import Runtime

@testable import OperatorService

/// Answers on a broker as intake does: decides by its decider and the shipped policy, and says what it answers in one of two ways.
struct StandInIntake: Sendable {
    let settings: KafkaSettings
    let rules: IntakeRules

    init(_ settings: KafkaSettings) throws {
        self.settings = settings
        rules = try PolicyPackLoader.load(directory: ShippedFile.url("Ops/policies/china")).intake
    }

    /// Answers the next `count` events in a thread of its own; what has another source is passed over.
    func answer(_ count: Int, from source: String) {
        Thread { [self] in
            do {
                try work(count, source)
            } catch {
                // The sender then waits in vain, and its test fails.
            }
        }.start()
    }

    private func work(_ count: Int, _ source: String) throws {
        let reader = try KafkaReader(settings, topics: [Topic.intake.name], from: .beginning)
        let producer = try KafkaProducer(settings)
        let deadline = ContinuousClock.now + .seconds(60)
        var files: [String: LineState] = [:]
        var done = 0
        while done < count, ContinuousClock.now < deadline {
            for message in try reader.next(timeoutMilliseconds: 1000) {
                let event = try CloudEventReader.read(value: message.value, headers: message.headers)
                guard event.source == source else { continue }
                done += 1
                let draft = try IntakeReader.draft(of: event, guard: NoGuard())
                let decision = IntakeDecider.decide(
                    try draft.sealed(by: NoGuard()), given: files[draft.key],
                    in: DecisionContext(now: SystemClock().now(), policy: rules, serial: Serial(lane: 1, number: Int64(done))))
                files[draft.key] = decision.state
                // One way or the other, as a release may know either.
                let namesInData = done.isMultiple(of: 2)
                try producer.produce(try decision.events.map { try answer($0, to: event, namesInData) })
            }
        }
    }

    private func answer(_ fact: ComplaintEvent, to event: CloudEvent, _ namesInData: Bool) throws -> ProducedMessage {
        var data = fact.encodeData(with: WireCoder())
        if namesInData, case .rejected = fact {
        } else if namesInData {
            var object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
            object["eventSource"] = event.source
            object["eventID"] = event.id
            data = try JSONSerialization.data(withJSONObject: object)
        }
        let answer = CloudEvent(
            id: RandomIDs.next(), source: "/redress/intake", type: fact.wireType, dataContentType: "application/json", data: data)
        var headers = CloudEventWriter.headers(for: answer)
        if !namesInData { headers.append(("ce_causationid", Data(event.id.utf8))) }
        return ProducedMessage(topic: Topic.complaints.name, key: Data(fact.key.utf8), value: data, headers: headers)
    }

    private enum RandomIDs {
        static func next() -> String { UUID().uuidString }
    }
}
