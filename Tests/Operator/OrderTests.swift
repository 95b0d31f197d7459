import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

@Suite struct OrderTests {
    private func event(_ verb: String, _ options: String...) throws -> CloudEvent {
        let arguments = try CommandLines.parse(["command", verb, "C20260401000001", "--by", "10086"] + options)
        let known = try #require(CommandVerb(verb))
        let message = try OrderOptions.message(known, complaint: "C20260401000001", by: "10086", arguments)
        let event = message.event(id: "1", source: known.party.source)
        try OrderCommand.check(event, known)
        return event
    }

    @Test func everyCommandOfTheContractHasAVerbOfItsOwn() {
        #expect(Set(CommandVerb.all.map(\.name)).count == WorkOrderCommand.Name.allCases.count + ClaimCommand.Name.allCases.count)
        #expect(CommandVerb("find-liability") == .workOrder(.findLiability))
        #expect(CommandVerb("approve")?.topic == .compensationCommands)
        #expect(CommandVerb("approve-answer")?.outcomeTopic == .workOrders)
        #expect(CommandVerb("confirm-settlement")?.party == .billing)
        #expect(CommandVerb("forgive") == nil)
    }

    @Test func optionsBecomeTheFieldsOfTheContract() throws {
        let found = try event(
            "find-liability", "--liability", "operator-at-fault", "--ground", "wrong-charge", "--amount", "12.50", "--quantity", "3")
        #expect(found.type == "redress.work-order.find-liability.v1")
        #expect(
            String(decoding: found.data, as: UTF8.self)
                == #"{"complaint":"C20260401000001","by":"10086","liability":"operator-at-fault","ground":"wrong-charge","amount":{"minorUnits":1250,"currency":"CNY"},"quantity":3}"#
        )
        #expect(try String(decoding: event("tell-customer", "--satisfied", "no").data, as: UTF8.self).hasSuffix(#""satisfied":false}"#))
    }

    @Test func particularsAndClaimsTravelAsTheContractHasThem() throws {
        let found = try event(
            "find-liability", "--liability", "operator-at-fault", "--ground", "prepaid-refund", "--amount", "10", "--cause", "bill-1",
            "--figures", "days=30,costs=500", "--circumstances", "rural,customer-is-cause")
        #expect(
            String(decoding: found.data, as: UTF8.self).hasSuffix(
                #""cause":"bill-1","figures":[{"name":"days","value":30},{"name":"costs","value":500}],"circumstances":["rural","customer-is-cause"]}"#
            ))
        #expect(throws: UsageError.self) { try event("find-liability", "--liability", "unclear", "--figures", "days") }
        let approved = try event("approve", "--claim", "R20260401000001-1")
        #expect(String(decoding: approved.data, as: UTF8.self).hasSuffix(#""claim":"R20260401000001-1"}"#))
        #expect(CommandVerb("confirm-reversal")?.party == .billing)
    }

    @Test(arguments: [
        ("transfer", ["--to", "marketing", "--reason", "theirs"]), ("hold", ["--reason", "appointment"]), ("answer", ["--answer", "退还"]),
        ("return-answer", ["--reason", "short"]), ("decline", ["--reason", "no"]), ("confirm-settlement", ["--payment-key", "R1"]),
        ("fail-settlement", ["--payment-key", "R1", "--reason", "closed"]), ("accept", []), ("resume", []), ("approve-answer", []),
        ("archive", []), ("approve", []), ("retry-settlement", []),
        ("coordinate", ["--to", "marketing", "--request", "why"]), ("contribute", ["--unit", "marketing", "--contribution", "so"]),
        ("record-evidence", ["--kind", "verification", "--reference", "R1"]),
        ("record-meeting", ["--minutes", "M1", "--conclusion", "c", "--plan", "p"]),
        ("redistribute", ["--to", "general", "--reason", "full"]), ("report-load", ["--desk", "general", "--load", "60"]),
        ("supervise", ["--unit", "marketing", "--reason", "major"]), ("request-review", ["--reason", "short"]),
        ("declare-major", ["--ground", "group-complaint", "--evidence", "R1"]), ("revoke-major", ["--reason", "no"]),
        ("file-plan", ["--kind", "handling", "--reference", "P1", "--plan", "p"]),
        ("file-script", ["--reference", "S1", "--script", "s"]),
        ("declare-malicious", ["--kind", "false", "--finding", "f", "--evidence", "R1", "--measure", "explain"]),
        ("revoke-malicious", ["--reason", "no"]), ("merge", ["--into", "C2", "--reason", "one"]), ("unmerge", ["--reason", "two"]),
        ("record-follow-up", ["--reached", "yes"]), ("record-appeal-step", ["--step", "accepted", "--at", "2026-04-01T09:00:00+08:00"]),
        ("reverse-settlement", ["--claim", "R1-1", "--reason", "wrong account"]),
        ("grant-goodwill", ["--ground", "late-handling", "--amount", "20", "--reason", "late"]),
        ("confirm-reversal", ["--payment-key", "R1"]),
        ("fail-reversal", ["--payment-key", "R1", "--reason", "closed"]),
    ])
    func everyVerbComesToACommandItsServiceReads(_ verb: String, _ options: [String]) throws {
        let arguments = try CommandLines.parse(["command", verb, "C1", "--by", "1"] + options)
        let known = try #require(CommandVerb(verb))
        let message = try OrderOptions.message(known, complaint: "C1", by: "1", arguments)
        try OrderCommand.check(message.event(id: "1"), known)
        for index in options.indices where index % 2 == 0 {
            var fewer = options
            fewer.removeSubrange(index...index + 1)
            #expect(throws: UsageError.self) {
                try CommandLines.parse(["command", verb, "C1", "--by", "1"] + fewer)
            }
        }
    }

    @Test func theOutcomeIsKnownByItsTraceAndARefusalByTheCommandsIdentity() throws {
        let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        var command = try event("accept")
        command.traceParent = trace
        let accepted = #"{"complaint":"C20260401000001","workOrder":"W1","unit":"marketing","by":"10086","at":"2026-04-01T01:00:00Z"}"#
        func outcome(_ type: String, _ data: String, trace: String?) throws -> OrderOutcome? {
            let answer = CloudEvent(id: "a", source: "/redress/dispatch", type: type, traceParent: trace, data: Data(data.utf8))
            let message = ConsumedMessage(
                topic: "redress.work-orders", partition: 0, offset: 0, key: nil, value: answer.data,
                headers: CloudEventWriter.headers(for: answer).map { ($0.name, $0.value) })
            return try OrderOutcome(message, of: command, coder: WireCoder(), times: TimeText(offset: .utc))
        }
        guard case .done(_, let account)? = try outcome("redress.work-order.accepted.v1", accepted, trace: trace) else {
            Issue.record("the accepted event is the outcome")
            return
        }
        #expect(account.what == "accepted")
        #expect(try outcome("redress.work-order.accepted.v1", accepted, trace: nil).map { _ in true } == nil)
        let refused = { (id: String) in
            #"{"complaint":"C1","commandType":"redress.work-order.accept.v1","commandSource":"/redress/handler-desk","commandID":"\#(id)","state":"accepted","fault":{"field":"command","problem":"p","expected":"e"},"at":"2026-04-01T01:00:00Z"}"#
        }
        guard case .refused(let fault, "accepted")? = try outcome("redress.work-order.command-rejected.v1", refused("1"), trace: nil) else {
            Issue.record("the refusal is the outcome")
            return
        }
        #expect(fault.problem == "p")
        #expect(try outcome("redress.work-order.command-rejected.v1", refused("2"), trace: trace).map { _ in true } == nil)
    }
}
