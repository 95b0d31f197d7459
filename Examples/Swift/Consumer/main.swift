// A consumer of alerts: prints one line for each deadline that is near or past, each risk, and each alert that is over.
//
//     example-consumer [COUNT]
//
// Ends after COUNT alerts; without one it goes on until it is interrupted. KAFKA_BOOTSTRAP_SERVERS names the brokers.

import Foundation
import Kafka

/// What this consumer reads of an alert, whichever it is: Ops/contracts/schemas has every field.
struct Alert: Decodable {
    let complaint: String?
    let alert: String?
    let alerts: [String]?
    let clock: String?
    let threshold: Int?
    let dueAt: String?
}

/// What a person wants to know of an alert; `nil` for the monitor's heartbeat.
func describe(_ type: String, _ data: Alert) -> String? {
    switch type {
    case "redress.alert.heartbeat.v1":
        nil
    case "redress.alert.warned.v1", "redress.alert.breached.v1":
        "\(data.complaint ?? "") \(data.clock ?? "") at \(data.threshold ?? 0) %, due \(data.dueAt ?? "")"
    case "redress.alert.cleared.v1", "redress.alert.risk-cleared.v1":
        "over: \((data.alerts ?? []).joined(separator: ", "))"
    default:
        "\(type.split(separator: ".").dropFirst(2).first ?? "") \(data.complaint ?? data.alert ?? "")"
    }
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0, radix: 10) } ?? .max
let settings = KafkaSettings(
    bootstrapServers: ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"] ?? "localhost:19092", clientID: "example-consumer")

// A reader joins no group: each start reads from the beginning. `KafkaLink` is the member of a group.
let reader = try KafkaReader(settings, topics: ["redress.alerts"], from: .beginning)
// An alert may come twice, under one id. A real consumer keeps the ids where it keeps its work.
var seen: Set<String> = []
while seen.count < count {
    for message in try reader.next(timeoutMilliseconds: 1000) where seen.count < count {
        guard let value = message.value, let type = message.header("ce_type"), let id = message.header("ce_id") else { continue }
        let alert = try JSONDecoder().decode(Alert.self, from: value)
        guard let text = describe(String(decoding: type, as: UTF8.self), alert) else { continue }
        if seen.insert(String(decoding: id, as: UTF8.self)).inserted { print(text) }
    }
}
