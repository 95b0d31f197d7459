import CommandLine
import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Runtime
import Testing

@testable import OperatorService

/// `redress submit --wait`, on a broker.
@Suite(.serialized) struct SubmitWaitTests {
    private let broker: any KafkaBroker
    private let source = "/test/\(UUID().uuidString)"

    init() throws {
        broker = try Servers.broker()
        try broker.ensure([Topic.intake, .complaints].map { TopicSpecification(name: $0.name, partitions: 3) })
    }

    private func arguments(_ options: [String], wait: String = "60s") throws -> Arguments {
        try CommandLines.parse(
            ["submit", "--kafka-bootstrap-servers", broker.bootstrapServers, "--source", source, "--wait", wait, "--json"] + options)
    }

    private func event(_ id: String, _ change: (inout IntakeSubmission) -> Void = { _ in }) throws -> ImportedEvent {
        var submission = IntakeSubmission(.submitted, line: "1390000000\(id)")
        submission.channel = "hotline"
        submission.province = "CN-SC"
        submission.category = "billing"
        submission.customer = "客户\(id)"
        submission.contact = "1390000000\(id)"
        submission.description = "话费争议"
        submission.receivedAt = SystemClock().now()
        change(&submission)
        return try ImportedEvent(checking: submission.event(id: id, source: source), line: 1)
    }

    @Test func eachEventHasItsAnswerWhicheverWayItIsNamed() throws {
        // Given: an intake that answers, and events of every outcome.
        try StandInIntake(broker.settings(clientID: "stand-in")).answer(6, from: source)
        let sender = try SubmitSender(arguments(["--file", "-"]))
        // When: they are sent.
        try sender.send([event("1"), event("2"), event("3") { $0.contact = nil }, event("4") { $0.channel = "nope" }])
        try sender.send([event("5") { $0.line = "13900000001" }, event("6") { $0.line = "13900000002" }])
        let answers = try #require(try sender.answers())
        // Then: each is told what became of it.
        #expect(answers.map(\.id) == ["1", "2", "3", "4", "5", "6"])
        let outcomes = Dictionary(answers.map { ($0.id, $0.outcome) }) { first, _ in first }
        #expect(outcomes["1"] == .registered && outcomes["2"] == .registered)
        #expect(outcomes["3"] == .informationRequired)
        #expect(outcomes["4"] == .rejected)
        #expect(outcomes["5"] == .urged && outcomes["6"] == .urged)
        #expect(answers[0].complaint == answers[4].complaint && answers[1].complaint == answers[5].complaint)
        #expect(answers[0].complaint?.hasPrefix("C") == true)
        #expect(answers[2].missing == ["contact"])
        #expect(answers[3].fault?.field == "channel")
        #expect(answers[0].words == "registered as \(answers[0].complaint ?? "")")
    }

    @Test func theExitCodeSaysWhatBecameOfThem() throws {
        let complete = [
            "--province", "CN-SC", "--category", "billing", "--customer", "李雷", "--contact", "13800138000", "--description", "多收 10 元",
            "--policies", ShippedFile.url("Ops/policies/china").path,
        ]
        func code(_ options: [String], answered: Bool = true) throws -> ExitCode {
            if answered { try StandInIntake(broker.settings(clientID: "stand-in")).answer(1, from: source) }
            return try SubmitCommand.command.run(
                arguments(options + complete, wait: answered ? "60s" : "200ms"))
        }
        #expect(try code(["--line", "13800138001", "--channel", "hotline"]) == .ok)
        #expect(try code(["--line", "13800138002", "--channel", "hotline"], answered: false) == .temporaryFailure)
    }

    @Test func aRejectionIsWrongDataAndAQuestionANegativeAnswer() {
        func code(_ outcomes: IntakeAnswer.Outcome?...) -> ExitCode {
            var summary = SubmitSummary()
            summary.answers = outcomes.map { outcome in
                var answer = IntakeAnswer(to: CloudEvent(id: "1", source: "/x", type: "t"), line: 1)
                if let outcome {
                    answer.take(outcome, AnswerData(complaint: "C1", eventSource: nil, eventID: nil, missing: nil, fault: nil))
                }
                return answer
            }
            return summary.exitCode(isStopped: false)
        }
        #expect(code(.registered, .urged) == .ok)
        #expect(code(.registered, .rejected, nil) == .dataError)
        #expect(code(.registered, nil, .informationRequired) == .temporaryFailure)
        #expect(code(.registered, .informationRequired) == .negative)
    }

    @Test func anIdOfTwoSourcesIsNoMeansToTellWhatIsAnswered() throws {
        // Given: two events of one id, from two sources.
        let watch = AnswerWatch()
        for source in ["/a", "/b"] { watch.expect(CloudEvent(id: "7", source: source, type: "t"), line: 1) }
        // When: an answer names the id alone, and another the source as well.
        let answer = CloudEvent(
            id: "x", source: "/redress/intake", type: "redress.complaint.registered.v1", data: Data(#"{"complaint":"C1"}"#.utf8))
        var headers: [(name: String, value: Data?)] = CloudEventWriter.headers(for: answer).map { ($0.name, $0.value) }
        headers.append(("ce_causationid", Data("7".utf8)))
        try watch.take(ConsumedMessage(topic: "", partition: 0, offset: 0, key: nil, value: answer.data, headers: headers))
        #expect(watch.answers.map(\.outcome) == [nil, nil])
        let named = Data(#"{"complaint":"C2","eventSource":"/b","eventID":"7"}"#.utf8)
        try watch.take(ConsumedMessage(topic: "", partition: 0, offset: 0, key: nil, value: named, headers: headers))
        // Then: only the second tells.
        #expect(watch.answers.map(\.complaint) == [nil, "C2"])
    }

    @Test func whatCompletesAComplaintAnswersTheEventThatCausedIt() throws {
        // Given: a supplement, and the complaint that it completes, which names the event it was once made from.
        let watch = AnswerWatch()
        watch.expect(CloudEvent(id: "more", source: "/a", type: "t"), line: 1)
        let data = Data(#"{"complaint":"C1","eventSource":"/a","eventID":"first"}"#.utf8)
        let answer = CloudEvent(id: "x", source: "/redress/intake", type: "redress.complaint.registered.v1", data: data)
        var headers: [(name: String, value: Data?)] = CloudEventWriter.headers(for: answer).map { ($0.name, $0.value) }
        // When: it is caused by the supplement, and not before.
        try watch.take(ConsumedMessage(topic: "", partition: 0, offset: 0, key: nil, value: data, headers: headers))
        #expect(!watch.isComplete)
        headers.append(("ce_causationid", Data("more".utf8)))
        try watch.take(ConsumedMessage(topic: "", partition: 0, offset: 1, key: nil, value: data, headers: headers))
        // Then: the supplement is answered.
        #expect(watch.answers.map(\.words) == ["registered as C1"])
    }
}
