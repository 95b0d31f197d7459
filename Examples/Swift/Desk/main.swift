// A handlers' desk: signs a command, sends it and prints what became of it.
//
//     example-desk KEY STAFF COMPLAINT COMMAND [NAME=VALUE...]
//     example-desk desk.pem 10086 C20260401000001 answer 'answer=The second charge was taken back.'
//
// KEY is the private key that `redress keys make` wrote, STAFF the staff number that the key may speak for, COMMAND the last word but one of a type
// such as redress.work-order.accept.v1, and each NAME a field of it that is text. KAFKA_BOOTSTRAP_SERVERS names the brokers.
// Exit codes: 0 done, 1 refused, 75 no answer within a minute: send it again under the same id.

import Crypto
import Foundation
import Kafka

/// What this desk reads of an answer, whichever it is.
struct Answer: Decodable {
    struct Fault: Decodable {
        let field: String
        let problem: String
        let expected: String
    }

    let complaint: String
    let fault: Fault?
}

/// CloudEvents' "Verifiable CloudEvents with DSSE": the signature of the digest of all digests, in an envelope. `core` has the attributes id, source,
/// specversion, type, datacontenttype, dataschema, subject and time in this order; what is absent is empty.
func sign(_ core: [String], _ data: Data, with key: SigningKey) throws -> String {
    let digests = (core.map { Data($0.utf8) } + [data]).map { SHA256.digest($0) }
    let digest = SHA256.digest(digests.reduce(Data(), +))
    let kind = "https://cloudevents.io/verifiability/dsse/v0.1"
    let payload = Data(#"{"core":"\#(digest.base64EncodedString())"}"#.utf8)
    let signature = try key.signature(of: Data("DSSEv1 \(kind.utf8.count) \(kind) \(payload.count) ".utf8) + payload)
    let envelope = """
        {"payloadType":"\(kind)","payload":"\(payload.base64EncodedString())",\
        "signatures":[{"keyid":"\(key.verifyingKey.id)","sig":"\(signature.base64EncodedString())"}]}
        """
    return Data(envelope.utf8).base64EncodedString()
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 4 else {
    print("usage: example-desk KEY STAFF COMPLAINT COMMAND [NAME=VALUE...]")
    exit(64)
}
let (staff, complaint, command) = (arguments[2], arguments[3], arguments[4])
let key = try SigningKey(file: URL(filePath: arguments[1]))
var fields = ["complaint": complaint, "by": staff]
for argument in arguments.dropFirst(4) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    fields[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
}
let settings = KafkaSettings(
    bootstrapServers: ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"] ?? "localhost:19092", clientID: "example-desk")
let answers = try KafkaReader(settings, topics: ["redress.work-orders"], from: .end)

let (id, source, type) = (UUID().uuidString, "/desk/example-swift", "redress.work-order.\(command).v1")
// In UTC and to the second, as it is signed.
let time = Date().ISO8601Format()
let data = try JSONEncoder().encode(fields)
let signature = try sign([id, source, "1.0", type, "application/json", "", "", time], data, with: key)
let attributes = [
    "ce_id": id, "ce_source": source, "ce_specversion": "1.0", "ce_type": type, "ce_time": time, "content-type": "application/json",
    "ce_dssematerial": signature,
]
_ = try KafkaProducer(settings).produce([
    ProducedMessage(
        topic: "redress.work-order-commands", key: Data(complaint.utf8), value: data,
        headers: attributes.map { ($0.key, Data($0.value.utf8)) })
])

let deadline = ContinuousClock.now + .seconds(60)
while ContinuousClock.now < deadline {
    // The first event that the command led to.
    for message in try answers.next(timeoutMilliseconds: 1000) where message.header("ce_causationid") == Data(id.utf8) {
        let answer = try JSONDecoder().decode(Answer.self, from: message.value ?? Data())
        if let fault = answer.fault {
            print("refused \(fault.field): \(fault.problem); expected \(fault.expected)")
            exit(1)
        }
        print("\(String(decoding: message.header("ce_type") ?? Data(), as: UTF8.self)) \(answer.complaint)")
        exit(0)
    }
}
print("no answer yet")
exit(75)
