// A channel gateway: sends one complaint and prints what becomes of it.
//
//     example-gateway ID LINE TEXT [RECEIVED]
//
// ID is the gateway's own number of the complaint: sent again under the same ID, it counts once. LINE is the service number. RECEIVED is when the
// customer spoke, if not just now. KAFKA_BOOTSTRAP_SERVERS names the brokers.
// Exit codes: 0 registered, 1 rejected or incomplete, 75 no answer within a minute.

import Foundation
import Kafka

/// The data of `redress.intake.submitted.v1`, as far as this gateway knows it: Ops/contracts/schemas has every field.
struct Submission: Encodable {
    let line: String
    let channel = "mobile-hall"
    let province = "CN-SC"
    let category = "billing"
    let customer = "Han Meimei"
    let contact: String
    let description: String
    let receivedAt: String
}

/// What this gateway reads of an answer, whichever it is.
struct Answer: Decodable {
    struct Fault: Decodable {
        let field: String
        let problem: String
        let expected: String
    }

    let complaint: String?
    let missing: [String]?
    let fault: Fault?
    let eventSource: String?
}

let source = "/gateway/example-swift"
let arguments = CommandLine.arguments.dropFirst()
guard (3...4).contains(arguments.count) else {
    print("usage: example-gateway ID LINE TEXT [RECEIVED]")
    exit(64)
}
let (id, line, text) = (arguments[1], arguments[2], arguments[3])
let received = arguments.count == 4 ? arguments[4] : Date().ISO8601Format()
let settings = KafkaSettings(
    bootstrapServers: ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"] ?? "localhost:19092", clientID: "example-gateway")

// A gateway keeps one reader open for all its answers. This one begins where the topic ends, before it asks.
let answers = try KafkaReader(settings, topics: ["redress.complaints"], from: .end)

// A CloudEvent in binary mode: its attributes are headers, its data is the message. `produce` returns once the brokers have it.
let attributes = [
    "ce_id": id, "ce_source": source, "ce_specversion": "1.0", "ce_type": "redress.intake.submitted.v1",
    "content-type": "application/json",
]
let data = try JSONEncoder().encode(Submission(line: line, contact: line, description: text, receivedAt: received))
_ = try KafkaProducer(settings).produce([
    ProducedMessage(
        topic: "redress.intake", key: Data(line.utf8), value: data, headers: attributes.map { ($0.key, Data($0.value.utf8)) })
])

let deadline = ContinuousClock.now + .seconds(60)
while ContinuousClock.now < deadline {
    // The first event that ours led to. Another gateway may use the same id, so what is ours is told by the source as well.
    for message in try answers.next(timeoutMilliseconds: 1000) where message.header("ce_causationid") == Data(id.utf8) {
        let answer = try JSONDecoder().decode(Answer.self, from: message.value ?? Data())
        guard answer.eventSource == source else { continue }
        switch String(decoding: message.header("ce_type") ?? Data(), as: UTF8.self) {
        case "redress.complaint.registered.v1":
            print("registered \(answer.complaint ?? "")")
            exit(0)
        case "redress.complaint.information-required.v1":
            print("incomplete \(answer.complaint ?? ""): \((answer.missing ?? []).joined(separator: ", "))")
        case let type:
            guard let fault = answer.fault else { print(type); break }
            print("rejected \(fault.field): \(fault.problem); expected \(fault.expected)")
        }
        exit(1)
    }
}
print("no answer yet")
exit(75)
