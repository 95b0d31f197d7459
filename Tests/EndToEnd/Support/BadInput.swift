import Contracts
import Domain
import Foundation
import Kafka

/// One message that is not as it should be, and what must become of it.
struct BadInput {
    /// What its sender or the operators hear.
    enum Answer: Equatable {
        /// A dead letter with this fault.
        case deadLetter(field: String, problem: String)
        /// A `rejected` fact of intake with this fault.
        case rejected(field: String, problem: String)
        /// It is as good as any other: one complaint.
        case registered
    }

    let name: String
    let message: ProducedMessage
    let answer: Answer
    /// The line it is about, where it has one.
    let line: String
}

extension BadInput {
    /// What can be wrong with what gateways publish; each on a line of its own.
    static func intake(partitions: Int) -> [BadInput] {
        bytes + fields + places(partitions)
    }

    /// What is no event, or whose data nobody can read.
    private static var bytes: [BadInput] {
        [
            raw("bytes that are no JSON", 1, Data("<complaint/>".utf8), [], .deadLetter(field: "", problem: "is not JSON")),
            raw("a null payload", 2, nil, [], .deadLetter(field: "", problem: "has a null payload")),
            raw(
                "invalid UTF-8", 3, Data([0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D]), headers("3"),
                .rejected(field: "data", problem: "is not valid UTF-8")),
            raw("data that is no JSON", 4, Data("{\"line\":".utf8), headers("4"), .rejected(field: "data", problem: "is not JSON")),
            raw(
                "a list for an object", 5, Data("[]".utf8), headers("5"),
                .rejected(field: "data", problem: "is JSON but not an object")),
            raw(
                "an attribute that is missing", 6, Gateway.complaint(line(6)).data, headers("6").filter { $0.name != "ce_source" },
                .deadLetter(field: "source", problem: "is missing")),
            raw(
                "a type nobody knows", 7, Gateway.complaint(line(7)).data, headers("7", type: "redress.intake.praised.v1"),
                .rejected(field: "type", problem: "is not known")),
        ]
    }

    /// Fields of the wrong type, missing, too long, out of range.
    private static var fields: [BadInput] {
        [
            json("a line that is a number", 11, ["line": 13_900_000_011], .rejected(field: "data.line", problem: "has the wrong type")),
            json("flags that are a word", 12, ["flags": "roaming"], .rejected(field: "data.flags", problem: "has the wrong type")),
            json("no line", 13, ["line": NSNull()], .rejected(field: "data.line", problem: "is missing")),
            json("a phone number with letters", 14, ["line": "1390000OO14"], .rejected(field: "data.line", problem: "has letters")),
            json("no channel", 15, ["channel": NSNull()], .rejected(field: "data.channel", problem: "is missing")),
            json("an empty province", 16, ["province": ""], .rejected(field: "data.province", problem: "is empty")),
            json(
                "a description that is too long", 17, ["description": String(repeating: "长", count: 4_001)],
                .rejected(field: "data.description", problem: "is too long")),
            json("a NUL in a name", 18, ["customer": "Wang\0Fang"], .rejected(field: "data.customer", problem: "has a control character")),
            json(
                "a time of 1969", 19, ["receivedAt": "1969-12-31T23:59:59Z"],
                .rejected(field: "data.receivedAt", problem: "is too long ago")),
            json(
                "a time of 2100", 20, ["receivedAt": "2100-01-01T00:00:00+08:00"],
                .rejected(field: "data.receivedAt", problem: "is in the future")),
            json(
                "a day that does not exist", 21, ["receivedAt": "2026-02-30T00:00:00Z"],
                .rejected(field: "data.receivedAt", problem: "is not RFC 3339")),
            json("a channel nobody has", 22, ["channel": "pigeon"], .rejected(field: "data.channel", problem: "is not a known channel")),
            json(
                "an amount below zero", 23, ["disputedAmount": ["minorUnits": -1, "currency": "CNY"]],
                .rejected(field: "data.disputedAmount.minorUnits", problem: "is out of range")),
            json(
                "an unknown complaint", 24, ["complaint": "C20260401999000001"], type: .urged,
                .rejected(field: "data.complaint", problem: "is not known on this line")),
            json(
                "an urge with no complaint open", 25, [:], type: .urged,
                .rejected(field: "data.complaint", problem: "is missing and the line has no open complaint")),
            json("a field nobody knows", 26, ["mood": "angry"], .registered),
        ]
    }

    /// Keys and partitions as clients of all kinds choose them.
    private static func places(_ partitions: Int) -> [BadInput] {
        func wrong(_ number: Int) -> Int32 { (Murmur2.partition(of: Data(line(number).utf8), count: partitions) + 1) % Int32(partitions) }
        return [
            placed("a wrong partition", 31, key: Data(line(31).utf8), partition: wrong(31)),
            placed("an empty key", 32, key: Data(), partition: wrong(32)),
            placed("no key", 33, key: nil, partition: wrong(33)),
            placed("a key that is not the line", 34, key: Data("customer-4711".utf8), partition: wrong(34)),
            placed("a key of bytes that are no text", 35, key: Data([0xFF, 0x00]), partition: wrong(35)),
        ]
    }

    private static func line(_ number: Int) -> String { "139000000\(number < 10 ? "0" : "")\(number)" }

    private static func headers(_ id: String, type: String = IntakeType.submitted.rawValue) -> [(name: String, value: Data)] {
        CloudEventWriter.headers(for: CloudEvent(id: "bad-\(id)", source: Party.gateway.source, type: type, data: Data()))
    }

    private static func raw(
        _ name: String, _ number: Int, _ value: Data?, _ headers: [(name: String, value: Data)], _ answer: Answer
    ) -> BadInput {
        BadInput(
            name: name,
            message: ProducedMessage(topic: Topic.intake.name, key: Data(line(number).utf8), value: value, headers: headers),
            answer: answer,
            line: line(number))
    }

    /// A good submission with some fields otherwise.
    private static func json(
        _ name: String, _ number: Int, _ changes: [String: Any], type: IntakeType = .submitted, _ answer: Answer
    ) -> BadInput {
        let good = try? JSONSerialization.jsonObject(with: Gateway.complaint(line(number)).data) as? [String: Any]
        let data = try? JSONSerialization.data(withJSONObject: (good ?? [:]).merging(changes) { $1 })
        return raw(name, number, data, headers("\(number)", type: type.rawValue), answer)
    }

    private static func placed(_ name: String, _ number: Int, key: Data?, partition: Int32) -> BadInput {
        BadInput(
            name: name,
            message: ProducedMessage(
                topic: Topic.intake.name, partition: partition, key: key, value: Gateway.complaint(line(number)).data,
                headers: headers("\(number)")),
            answer: .registered, line: line(number))
    }
}
