import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Policies
import Testing

@testable import OperatorService

/// What a person reads where a command is refused, or about no complaint at all.
struct RefusalTests {
    private let times = TimeText(offset: .utc)

    private func command() -> CloudEvent {
        CommandMessage(.accept, complaint: "C20269999999999999", by: "10086").event(
            id: "cmd-1", source: "/redress/handler-desk", time: Instant(seconds: 0))
    }

    private func outcome(_ type: String, _ data: String) throws -> OrderOutcome? {
        let event = CloudEvent(id: "e1", source: "/redress/dispatch", type: type, data: Data(data.utf8))
        let message = ConsumedMessage(
            topic: "redress.work-orders", partition: 0, offset: 0, key: nil, value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
        return try OrderOutcome(message, of: command(), coder: WireCoder(), times: times)
    }

    private func report(_ outcome: OrderOutcome) -> OrderReport {
        OrderReport(command: "accept", complaint: "C20269999999999999", id: "cmd-1", outcome: outcome)
    }

    @Test func aCommandForAComplaintThatIsNotRegisteredSaysSoAndEndsWith65() throws {
        let outcome = try #require(
            try outcome(
                "redress.work-order.command-waiting.v1",
                #"{"complaint":"C20269999999999999","commandType":"redress.work-order.accept.v1","commandSource":"/redress/handler-desk","commandID":"cmd-1","until":"2026-04-02T01:00:00Z","at":"2026-04-01T01:00:00Z"}"#
            ))
        let report = report(outcome)
        #expect(report.exitCode == .dataError)
        #expect(report.text(times).hasPrefix("accept C20269999999999999: no such complaint: C20269999999999999 is not registered"))
        #expect(report.text(times).contains("2026-04-02 01:00:00"))
        #expect(try JSONOutput.text(report).contains(#""outcome":"no-such-complaint""#))
    }

    @Test func theRefusalOfACommandThatHasWaitedSaysTheSame() throws {
        let report = report(
            .refused(
                Fault(
                    field: "data.complaint", problem: "is unknown: no such complaint is registered", expected: "a registered complaint"),
                state: "unregistered"))
        #expect(report.exitCode == .dataError)
        #expect(report.text(times).contains("no such complaint"))
    }

    @Test func wordOfAnotherCommandIsNotMeant() throws {
        #expect(
            try outcome(
                "redress.work-order.command-waiting.v1",
                #"{"complaint":"C20269999999999999","commandType":"redress.work-order.accept.v1","commandSource":"/redress/handler-desk","commandID":"cmd-2","until":"2026-04-02T01:00:00Z","at":"2026-04-01T01:00:00Z"}"#
            ).map { _ in true } == nil)
    }

    @Test(arguments: [
        (
            Fault(
                field: "command", problem: "was given before: the customer has been told already",
                expected: "archive, record-follow-up or tell-customer with satisfied yes or no"),
            "the customer has been told already; you can give archive, record-follow-up or tell-customer with satisfied yes or no"
        ),
        (
            Fault(field: "data.to", problem: "is not a known unit", expected: "one of marketing, network-operations"),
            "--to is not a known unit; expected one of marketing, network-operations"
        ),
        (
            Fault(field: "actor", problem: "is the one who answered", expected: "another person to approve the answer"),
            "--by is the one who answered; expected another person to approve the answer"
        ),
    ])
    func aRefusalIsOneSentenceOfWhatIsSoAndWhatCanBeDone(fault: Fault, sentence: String) {
        #expect(RefusalText.sentence(fault) == sentence)
        #expect(report(.refused(fault, state: "customer-told")).exitCode == .negative)
    }

    // MARK: Codes that nobody knows

    private func check(_ verb: String, _ words: String...) throws {
        let arguments = try CommandLines.parse(
            ["command", verb, "C1", "--by", "1"] + words + ["--policies", ShippedFile.url("Ops/policies/china").path])
        let known = try #require(CommandVerb(verb))
        let message = try OrderOptions.message(known, complaint: "C1", by: "1", arguments)
        try GroundCheck.check(known, message, arguments)
    }

    @Test func aGroundThatThePolicyDoesNotKnowIsRefusedBeforeItIsSent() throws {
        let error = try #require(throws: UsageError.self) {
            try check("find-liability", "--liability", "operator-at-fault", "--ground", "bogus", "--amount", "10")
        }
        #expect(error.subject == "--ground" && error.given == "bogus" && error.expected.contains("wrong-charge"))
        #expect(throws: UsageError.self) { try check("grant-goodwill", "--ground", "bogus", "--amount", "20", "--reason", "late") }
        #expect(throws: UsageError.self) {
            try check("find-liability", "--liability", "operator-at-fault", "--ground", "wrong-charge", "--figures", "bogus=1")
        }
        #expect(throws: Never.self) { try check("find-liability", "--liability", "operator-at-fault", "--ground", "wrong-charge") }
        #expect(throws: Never.self) { try check("find-liability", "--liability", "unclear") }
    }

    @Test func dispatchKnowsTheGroundsOfEveryVersionComplaintsAreHeldTo() throws {
        let pack = try PolicyPackLoader.load(directory: ShippedFile.url("Ops/policies/china"))
        let known = try #require(pack.dispatch.findings)
        #expect(Set(pack.compensation.current.policy.tariffs.map(\.ground)).isSubset(of: known.grounds))
    }
}
