import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// What a person sees of an event that answers somebody outside.
@Suite struct WatchedEventTests {
    private let times = TimeText(offset: .utc)
    private let terminal = Terminal(isTerminal: false, columns: 200, environment: [:])

    private func watched(_ topic: Topic, _ event: some WireEvent, id: String, causationID: String?) throws -> WatchedEvent {
        let cloud = CloudEvent(
            id: id, source: "/redress/intake", type: event.wireType, time: Instant(seconds: 1_775_005_200), subject: event.key,
            correlationID: "form-7", causationID: causationID, data: event.encodeData(with: WireCoder()))
        return try WatchedEvent(
            ConsumedMessage(
                topic: topic.name, partition: 0, offset: 0, key: Data(event.key.utf8), value: cloud.data,
                headers: CloudEventWriter.headers(for: cloud).map { ($0.name, $0.value) }), coder: WireCoder(), times: times)
    }

    private func rejected(_ line: LineReference) -> ComplaintEvent {
        .rejected(
            IntakeRejected(
                line: line, eventType: "redress.intake.submitted.v1", eventSource: "/gateway/hall", eventID: "hall-1",
                fault: Fault(field: "data.channel", problem: "is missing", expected: "some text"), at: Instant(seconds: 1_775_005_200)))
    }

    @Test func theLineAndTheAnsweredEventAreShown() throws {
        let event = try watched(
            .complaints, rejected(LineReference(token: "t", masked: "138****8000")), id: "t-1", causationID: "hall-1")
        let text = event.text(times, terminal)
        #expect(text.hasSuffix("because data.channel is missing; expected some text, line 138****8000, answers hall-1\n"), "\(text)")
        let json = try JSONSerialization.jsonObject(with: Data(JSONOutput.text(event).utf8)) as? [String: Any]
        #expect(json?["id"] as? String == "t-1" && json?["causationid"] as? String == "hall-1")
        #expect(json?["correlationid"] as? String == "form-7")
        #expect((json?["details"] as? [String: String])?["line"] == "138****8000")
    }

    @Test func ofALineThatCouldNotBeReadNoneIsShown() throws {
        let event = try watched(.complaints, rejected(.unreadable), id: "x", causationID: "hall-1")
        #expect(event.key == "/gateway/hall")
        #expect(!event.text(times, terminal).contains("line "))
    }

    @Test func whatACommandHasLedToNamesItAndWhatAFactOfTheSameComplaintHasDoesNot() throws {
        let accepted = WorkOrderEvent.accepted(
            try WireCoder().decode(
                WorkOrderAccepted.self,
                from: Data(#"{"complaint":"C1","workOrder":"W1","unit":"network","by":"10086","at":"2026-04-01T01:00:00Z"}"#.utf8)))
        let key = accepted.key
        #expect(try watched(.workOrders, accepted, id: "\(key)-2", causationID: "cmd-9").text(times, terminal).contains("answers cmd-9"))
        #expect(try !watched(.workOrders, accepted, id: "\(key)-2", causationID: "\(key)-1").text(times, terminal).contains("answers"))
    }

    private static let complaint = "C20260302003000127"

    private func staffMessage() throws -> NoticeEvent {
        let data = """
            {"notification":"N1","complaint":"\(Self.complaint)","audience":"staff","template":"breached","medium":"staff-desk",
            "language":"en","unit":"marketing","title":"Deadline missed","text":"Answer it now.","attempt":1,"at":"2026-04-01T01:00:00Z"}
            """
        return .requested(try WireCoder().decode(NotificationRequested.self, from: Data(data.utf8)))
    }

    @Test(arguments: [
        "\(complaint)/answer/1/100", "\(complaint)-7", "C20260302003000999-3", "C20260302003000999/answer/1/100",
        "risk/CN-JS/billing-4", "burst/CN-JS/answer/100/2026-09-21T02:00:00Z",
    ])
    func aMessageThatAnEventOfOursHasLedToAnswersNobodyAndKeepsItsText(_ cause: String) throws {
        // When: a message to staff is watched that an alert or a fact has led to.
        let event = try watched(.notifications, staffMessage(), id: "\(Self.complaint)-8", causationID: cause)
        // Then: it names no answer, and has what it says.
        #expect(!event.text(times, terminal).contains("answers"))
        let json = try JSONSerialization.jsonObject(with: Data(JSONOutput.text(event).utf8)) as? [String: Any]
        #expect(json?["causationid"] as? String == cause)
        #expect(json?["message"] as? [String: String] == ["title": "Deadline missed", "text": "Answer it now."])
    }

    @Test(arguments: ["receipt-9", "C2026-03", "C20260302003000127", "CN-1"])
    func aMessageThatAnOutsidersEventHasLedToNamesItAndKeepsItsText(_ cause: String) throws {
        let event = try watched(.notifications, staffMessage(), id: "\(Self.complaint)-8", causationID: cause)
        #expect(event.text(times, terminal).contains("answers \(cause)"))
        #expect(event.account.message?.text == "Answer it now.")
    }
}
