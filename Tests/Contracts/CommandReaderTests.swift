import Contracts
import Domain
import Foundation
import Testing

struct CommandReaderTests {
    static let complaint: ComplaintNumber = "C20260302003000127"

    static func desk(_ type: WorkOrderCommand.Name, _ change: (inout CommandMessage) -> Void = { _ in }) -> CommandMessage {
        var message = CommandMessage(type, complaint: complaint, by: "staff-0417")
        change(&message)
        return message
    }

    static func claim(_ type: ClaimCommand.Name, _ change: (inout CommandMessage) -> Void = { _ in }) -> CommandMessage {
        var message = CommandMessage(type, complaint: complaint, by: "staff-0500")
        change(&message)
        return message
    }

    static let particulars = Particulars(
        cause: "bill-2026-09", figures: [Particulars.Figure(name: "monthly-average", value: 12_000)], circumstances: ["rural"])

    static let workOrderCommands: [(CommandMessage, WorkOrderCommand)] = [
        (desk(.accept), .accept),
        (
            desk(.transfer) {
                $0.to = "network-operations"
                $0.reason = "基站故障"
            }, .transfer(to: "network-operations", reason: free("基站故障"))
        ),
        (desk(.hold) { $0.reason = "waiting-for-customer" }, .hold(reason: "waiting-for-customer")),
        (desk(.resume), .resume),
        (
            desk(.findLiability) {
                $0.liability = .operatorAtFault
                $0.ground = "wrong-charge"
                $0.amount = Money(minorUnits: 5000)
                $0.quantity = 3
            }, .findLiability(.operatorAtFault, ground: "wrong-charge", amount: Money(minorUnits: 5000), quantity: 3)
        ),
        (
            desk(.findLiability) {
                $0.liability = .operatorAtFault
                $0.particulars = particulars
            }, .findLiability(.operatorAtFault, ground: nil, amount: nil, quantity: nil, particulars: particulars)
        ),
        (
            desk(.answer) { $0.answer = "已退费" },
            .answer(SealedText(ciphertext: "redress.answer.v1:" + Data("已退费".utf8).base64EncodedString()), parts: [.result])
        ),
        (desk(.approveAnswer), .approveAnswer),
        (desk(.returnAnswer) { $0.reason = "no reasons given" }, .returnAnswer(reason: free("no reasons given"))),
        (desk(.tellCustomer) { $0.satisfied = true }, .tellCustomer(satisfied: true)),
        (desk(.tellCustomer), .tellCustomer(satisfied: nil)),
        (desk(.archive), .archive),
    ]

    /// Commands beside the plain course.
    static let handlingCommands: [(CommandMessage, WorkOrderCommand)] = [
        (
            desk(.hold) {
                $0.reason = "appointment"
                $0.texts["evidence"] = "REC-1"
            }, .hold(reason: "appointment", evidence: "REC-1")
        ),
        (
            desk(.answer) {
                $0.answer = "已退费"
                $0.texts = ["reasons": "重复计费", "measures": "已修复"]
            }, .answer(sealed("已退费\n\n重复计费\n\n已修复", "redress.answer.v1"), parts: [.result, .reasons, .measures])
        ),
        (
            desk(.tellCustomer) {
                $0.texts = ["medium": "letter"]
                $0.reference = "L-1"
            }, .tellCustomer(satisfied: nil, medium: "letter", reference: "L-1")
        ),
        (
            desk(.coordinate) {
                $0.to = "network-operations"
                $0.texts = ["province": "CN-AH", "request": "是否有故障"]
            }, .coordinate(with: "network-operations", province: "CN-AH", request: free("是否有故障"))
        ),
        (
            desk(.contribute) { $0.texts = ["unit": "marketing", "contribution": "无"] },
            .contribute("marketing", province: nil, sealed("无"))
        ),
        (
            desk(.recordEvidence) { $0.texts = ["kind": "verification", "reference": "R1", "note": "属实"] },
            .recordEvidence(kind: "verification", reference: "R1", note: sealed("属实"))
        ),
        (
            desk(.recordMeeting) { $0.texts = ["minutes": "M1", "conclusion": "退", "plan": "三日"] },
            .recordMeeting(minutes: "M1", conclusion: sealed("退"), plan: sealed("三日"))
        ),
        (
            desk(.redistribute) {
                $0.to = "general"
                $0.reason = "full"
            }, .redistribute(to: "general", reason: free("full"))
        ),
        (
            desk(.reportLoad) {
                $0.texts = ["desk": "general"]
                $0.numbers = ["load": 60]
            }, .reportLoad("general", 60)
        ),
        (
            desk(.supervise) {
                $0.texts = ["unit": "marketing", "instruction": "今日联系"]
                $0.reason = "major"
            }, .supervise(by: "marketing", reason: free("major"), instruction: free("今日联系"))
        ),
        (desk(.requestReview) { $0.reason = "short" }, .requestReview(reason: free("short"))),
        (
            desk(.declareMajor) { $0.texts = ["ground": "public-opinion", "evidence": "R1", "alert": "risk/1"] },
            .declareMajor(.publicOpinion, evidence: "R1", alert: "risk/1")
        ),
        (desk(.revokeMajor) { $0.reason = "no" }, .revokeMajor(reason: free("no"))),
        (
            desk(.filePlan) { $0.texts = ["kind": "pre-handling", "reference": "P1", "plan": "先恢复"] },
            .filePlan(.preHandling, reference: "P1", sealed("先恢复"))
        ),
        (
            desk(.fileScript) { $0.texts = ["reference": "S1", "script": "抢修中"] },
            .fileScript(reference: "S1", sealed("抢修中"))
        ),
        (
            desk(.declareMalicious) { $0.texts = ["kind": "false", "finding": "f", "evidence": "R1", "measure": "explain"] },
            .declareMalicious(.false, finding: free("f"), evidence: "R1", measure: "explain")
        ),
        (desk(.revokeMalicious) { $0.reason = "no" }, .revokeMalicious(reason: free("no"))),
        (
            desk(.merge) {
                $0.texts = ["into": "C2"]
                $0.reason = "one"
            }, .merge(into: "C2", reason: free("one"))
        ),
        (desk(.unmerge) { $0.reason = "two" }, .unmerge(reason: free("two"))),
        (
            desk(.recordFollowUp) {
                $0.flags = ["reached": true, "resolved": false]
                $0.numbers = ["satisfaction": 2]
                $0.texts = ["otherProblems": "掉线"]
            }, .recordFollowUp(FollowUpResult(reached: true, satisfaction: 2, resolved: false, otherProblems: sealed("掉线")))
        ),
        (
            desk(.recordAppealStep) {
                $0.texts = ["step": "mediation-opened", "document": "D1"]
                $0.at = Instant(seconds: 1_772_413_200)
            }, .recordAppealStep(.mediationOpened, at: Instant(seconds: 1_772_413_200), document: "D1")
        ),
        (
            desk(.recordAppealStep) {
                $0.texts = ["step": "refused"]
                $0.reason = "in-time"
                $0.at = Instant(seconds: 1_772_413_200)
            }, .recordAppealStep(.refused, at: Instant(seconds: 1_772_413_200), document: nil, reason: .inTime)
        ),
    ]

    private static func sealed(_ text: String, _ context: String = "redress.note.v1") -> SealedText {
        SealedText(ciphertext: context + ":" + Data(text.utf8).base64EncodedString())
    }

    /// What becomes of free words.
    private static func free(_ text: String) -> Reason { .words(sealed(text)) }

    @Test(arguments: workOrderCommands + handlingCommands)
    func eachDeskCommandIsReadWithItsSender(message: CommandMessage, expected: WorkOrderCommand) throws {
        let event = message.event(id: "41", source: "/desk/nanjing")
        let received = try CommandReader.workOrderCommand(in: event, guard: PlainGuard())
        #expect(received.complaint == Self.complaint)
        #expect(received.identity == CommandIdentity(type: message.type, source: "/desk/nanjing", id: "41", actor: "staff-0417"))
        #expect(try received.command.get() == expected)
    }

    @Test func whatACommandSaysIsReadOnceAndSealedWhenTheKeyIsKnown() throws {
        var transfer = Self.desk(.transfer)
        transfer.to = "network-operations"
        transfer.reason = "no billing matter"
        guard case .success(.unsealed(let command)) = try CommandReader.workOrderCommand(in: transfer.event(id: "1")).content else {
            Issue.record("nothing to seal")
            return
        }
        #expect(try command.sealed(by: PlainGuard()) == .transfer(to: "network-operations", reason: Self.free("no billing matter")))
        #expect(throws: Fault.unsealable("data.reason")) { try command.sealed(by: PlainGuard(isBroken: true)) }
        guard case .success(.complete(.accept)) = try CommandReader.workOrderCommand(in: Self.desk(.accept).event(id: "2")).content else {
            Issue.record("something to seal")
            return
        }
    }

    static let claimCommands: [(CommandMessage, ClaimCommand)] = [
        (claim(.approve), .approve()),
        (claim(.approve) { $0.claim = "R20260302003000127-2" }, .approve(claim: "R20260302003000127-2")),
        (
            claim(.decline) {
                $0.claim = "R20260302003000127-2"
                $0.reason = "over the cap"
            }, .decline(claim: "R20260302003000127-2", reason: free("over the cap"))
        ),
        (claim(.decline) { $0.reason = "over the cap" }, .decline(reason: free("over the cap"))),
        (
            claim(.confirmSettlement) {
                $0.paymentKey = "C20260302003000127-P1"
                $0.reference = "B-99"
            }, .confirmSettlement(paymentKey: "C20260302003000127-P1", reference: "B-99")
        ),
        (
            claim(.failSettlement) {
                $0.paymentKey = "C20260302003000127-P1"
                $0.reason = "account closed"
            }, .failSettlement(paymentKey: "C20260302003000127-P1", reason: free("account closed"))
        ),
        (
            claim(.failSettlement) {
                $0.paymentKey = "C20260302003000127-P1"
                $0.attempt = 2
                $0.code = "account-closed"
                $0.reason = "account closed"
            },
            .failSettlement(paymentKey: "C20260302003000127-P1", attempt: 2, code: "account-closed", reason: free("account closed"))
        ),
        (claim(.retrySettlement), .retrySettlement()),
        (
            claim(.retrySettlement) {
                $0.claim = "R20260302003000127-2"
                $0.attempt = 3
            }, .retrySettlement(claim: "R20260302003000127-2", attempt: 3)
        ),
        (
            claim(.grantGoodwill) {
                $0.ground = "late-handling"
                $0.amount = Money(minorUnits: 2000)
                $0.reason = "three days late"
            }, .grantGoodwill(ground: "late-handling", amount: Money(minorUnits: 2000), reason: free("three days late"))
        ),
        (
            claim(.reverseSettlement) {
                $0.claim = "R20260302003000127-2"
                $0.attempt = 1
                $0.reason = "wrong account"
            }, .reverseSettlement(claim: "R20260302003000127-2", attempt: 1, reason: free("wrong account"))
        ),
        (
            claim(.confirmReversal) {
                $0.paymentKey = "C20260302003000127-P1"
                $0.reference = "B-100"
            }, .confirmReversal(paymentKey: "C20260302003000127-P1", reference: "B-100")
        ),
        (
            claim(.failReversal) {
                $0.paymentKey = "C20260302003000127-P1"
                $0.reason = "account closed"
            }, .failReversal(paymentKey: "C20260302003000127-P1", attempt: nil, reason: free("account closed"))
        ),
    ]

    @Test(arguments: claimCommands)
    func eachClaimCommandIsReadWithItsSender(message: CommandMessage, expected: ClaimCommand) throws {
        let received = try CommandReader.claimCommand(in: message.event(id: "42"), guard: PlainGuard())
        #expect(received.identity.actor == "staff-0500")
        #expect(try received.command.get() == expected)
    }

    @Test(arguments: [
        (#""figures":[{"name":"days"}]"#, "data.figures[0].value is missing; expected a whole number"),
        (#""figures":[{"name":"days","value":-1}]"#, "data.figures[0].value is below 0; expected 0 or more"),
        (#""figures":[{"value":1}]"#, "data.figures[0].name is missing; expected some text"),
        (#""figures":{"days":1}"#, "data.figures has the wrong type; expected an array"),
        (#""circumstances":[1]"#, "data.circumstances[0] has the wrong type; expected a string"),
    ])
    func particularsThatCannotBeReadAreNamed(fields: String, description: String) throws {
        let event = CloudEvent(
            id: "1", source: "/desk", type: WorkOrderCommand.Name.findLiability.type,
            data: Data(#"{"complaint":"C1","by":"a","liability":"unclear",\#(fields)}"#.utf8))
        let received = try CommandReader.workOrderCommand(in: event, guard: PlainGuard())
        let fault = #expect(throws: Fault.self) { try received.command.get() }
        #expect(fault?.description == description)
    }

    @Test func everyCommandTypeIsInATableAbove() {
        #expect(Set((Self.workOrderCommands + Self.handlingCommands).map(\.0.type)) == Set(WorkOrderCommand.Name.allCases.map(\.type)))
        #expect(Set(Self.claimCommands.map(\.0.type)) == Set(ClaimCommand.Name.allCases.map(\.type)))
    }

    @Test func aCommandWithAWrongFieldNamesItsComplaintAndTheFault() throws {
        let transfer = try CommandReader.workOrderCommand(in: Self.desk(.transfer).event(id: "1"), guard: PlainGuard())
        #expect(transfer.complaint == Self.complaint)
        #expect(transfer.command == .failure(Fault(field: "data.to", problem: "is missing", expected: "some text")))
        let verdict = CloudEvent(
            id: "1", source: "/desk", type: WorkOrderCommand.Name.findLiability.type,
            data: Data(#"{"complaint":"C1","by":"a","liability":"nobody"}"#.utf8))
        let liability = try CommandReader.workOrderCommand(in: verdict, guard: PlainGuard())
        #expect(
            liability.command
                == .failure(
                    Fault(
                        field: "data.liability", problem: "is not known",
                        expected: "one of operator-at-fault, unclear, operator-not-at-fault")))
    }

    @Test(arguments: [
        ("[]", "data is JSON but not an object; expected a JSON object"),
        (#"{"by":"staff-0417"}"#, "data.complaint is missing; expected some text"),
        (#"{"complaint":"C1"}"#, "data.by is missing; expected some text"),
        (#"{"complaint":127,"by":"staff-0417"}"#, "data.complaint has the wrong type; expected a string"),
    ])
    func aCommandWithoutComplaintOrSenderIsThrown(data: String, description: String) {
        let event = CloudEvent(id: "1", source: "/desk", type: WorkOrderCommand.Name.accept.type, data: Data(data.utf8))
        let fault = #expect(throws: Fault.self) { try CommandReader.workOrderCommand(in: event, guard: PlainGuard()) }
        #expect(fault?.description == description)
    }

    @Test func aReceiptIsReadWithTheComplaintItIsAbout() throws {
        let at = try #require(Instant("2026-03-02T01:16:00Z"))
        var message = CommandMessage(receiptOf: "C20260302003000127-N1", complaint: Self.complaint, outcome: .failed, at: at)
        message.attempt = 2
        message.reason = "unreachable"
        let received = try ReceiptReader.read(message.event(id: "7", source: "/gateway/sms"))
        #expect(received.complaint == Self.complaint)
        #expect(
            try received.content.sealed(by: PlainGuard())
                == .receipt(
                    NotificationReceipt(
                        notification: "C20260302003000127-N1", outcome: .failed, attempt: 2, reason: Self.free("unreachable"), at: at)))
        let lost = CloudEvent(
            id: "7", source: "/gateway/sms", type: ReceiptReader.type,
            data: Data(#"{"complaint":"C1","notification":"C1-N1","outcome":"lost","at":"2026-03-02T01:16:00Z"}"#.utf8))
        #expect(throws: Fault(field: "data.outcome", problem: "is not known", expected: "one of delivered, failed")) {
            try ReceiptReader.read(lost)
        }
    }

    @Test func aGatewayPassesOnThatTheCustomerAsksHowItStands() throws {
        let event = CloudEvent(
            id: "8", source: "/gateway/app", type: ReceiptReader.progressType, data: Data(#"{"complaint":"C20260302003000127"}"#.utf8))
        let received = try ReceiptReader.read(event)
        #expect(received.complaint == Self.complaint)
        #expect(try received.content.sealed(by: PlainGuard()) == .progressRequested, "S200: the customer can see how it stands")
        #expect(received.identity.actor == "/gateway/app")
    }
}
