import Contracts
import Domain
import Foundation
import Testing
import World

/// Every command once, after the steps that it needs.
extension CommandStory {
    func reach(_ type: WorkOrderCommandType) throws {
        switch type {
        case .accept: give(.accept)
        case .transfer, .redistribute, .reportLoad: try rebalance(type)
        case .hold, .resume: rest(type)
        case .findLiability:
            give(.accept)
            find(.operatorAtFault)
        case .answer: answer()
        case .approveAnswer:
            answer()
            give(.approveAnswer, by: "reviewer-3")
        case .returnAnswer:
            answer()
            give(.returnAnswer, by: "reviewer-3") { $0.reason = "It does not say why." }
        case .tellCustomer: tellCustomer(satisfied: true)
        case .archive:
            tellCustomer(satisfied: true)
            give(.archive)
        case .requestReview:
            tellCustomer(satisfied: false)
            give(.requestReview) { $0.reason = "The customer is not content." }
        case .recordFollowUp:
            tellCustomer(satisfied: true)
            give(.recordFollowUp) { command in
                command.flags = ["reached": true, "resolved": true]
                command.numbers = ["satisfaction": 4]
            }
        case .coordinate, .contribute, .supervise: involveOthers(type)
        case .recordEvidence: putOnFile("DOC-1")
        case .recordMeeting:
            give(.recordMeeting) { $0.texts = ["minutes": "MIN-1", "conclusion": "What is to be done.", "plan": "By Friday."] }
        case .declareMajor, .revokeMajor, .filePlan, .fileScript: treatAsMajor(type)
        case .declareMalicious, .revokeMalicious: assessMalice(type)
        case .merge, .unmerge:
            merge(into: try CommandStory(bench, line: "13800001002").complaint)
            if type == .unmerge { give(.unmerge) { $0.reason = "another cause" } }
        case .recordAppealStep:
            give(.recordAppealStep, by: "appeals-1") { command in
                command.texts = ["step": AppealStep.accepted.rawValue, "document": "SC-2026-1"]
                command.at = CommandBench.start
            }
        }
    }

    private func rebalance(_ type: WorkOrderCommandType) throws {
        give(.transfer) { command in
            command.to = "provincial-complaint-centre"
            command.reason = "theirs to solve"
        }
        let desk = try #require(try last("redress.work-order.transferred.v1").text("desk"))
        switch type {
        case .redistribute:
            give(.redistribute, by: "supervisor-1") { command in
                command.to = Domain.Unit(desk == "general" ? "general-2" : "general")
                command.reason = "the desk is short of people"
            }
        case .reportLoad:
            give(.reportLoad) { command in
                command.texts["desk"] = desk
                command.numbers["load"] = 60
            }
        default: break
        }
    }

    private func rest(_ type: WorkOrderCommandType) {
        give(.accept)
        give(.hold) { command in
            command.reason = "waiting-for-customer"
            command.texts["evidence"] = "REC-1"
        }
        if type == .resume { give(.resume) }
    }

    private func involveOthers(_ type: WorkOrderCommandType) {
        give(.accept)
        if type == .supervise {
            return give(.supervise, by: "supervisor-1") {
                $0.texts = ["unit": "group-customer-service", "instruction": "by Friday"]
                $0.reason = "across units"
            }
        }
        give(.coordinate) { command in
            command.to = "information-technology"
            command.texts["request"] = "read the log"
        }
        guard type == .contribute else { return }
        give(.contribute) { $0.texts = ["unit": "information-technology", "contribution": "what the log says"] }
    }

    private func treatAsMajor(_ type: WorkOrderCommandType) {
        give(.declareMajor, by: "supervisor-1") { command in
            command.texts = ["ground": MajorGround.groupComplaint.rawValue, "evidence": "REPORT-4711"]
        }
        switch type {
        case .revokeMajor: give(.revokeMajor, by: "supervisor-1") { $0.reason = "not verified" }
        case .filePlan:
            give(.filePlan) { command in
                command.texts = ["kind": PlanKind.handling.rawValue, "plan": "Who does what until when."]
                command.reference = "PLAN-1"
            }
        case .fileScript:
            give(.fileScript) { command in
                command.texts["script"] = "What is said to whoever asks."
                command.reference = "SCRIPT-1"
            }
        default: break
        }
    }

    private func assessMalice(_ type: WorkOrderCommandType) {
        give(.accept)
        find()
        putOnFile("DOC-1")
        give(.declareMalicious, by: "supervisor-1") { command in
            command.texts = [
                "kind": MaliciousKind.malicious.rawValue, "finding": "the record shows otherwise", "evidence": "DOC-1",
                "measure": "explain",
            ]
        }
        if type == .revokeMalicious { give(.revokeMalicious, by: "supervisor-1") { $0.reason = "mistaken" } }
    }

    // MARK: Claims

    func reach(_ type: ClaimCommandType) throws {
        switch type {
        case .grantGoodwill:
            tellCustomer(satisfied: true)
            give(.grantGoodwill, by: "proposer-1") { command in
                command.ground = "courtesy"
                command.amount = Money(minorUnits: 5_000)
                command.reason = "it took long"
            }
        case .decline:
            propose()
            give(.decline, by: "supervisor-1") { $0.reason = "The finding does not support the sum." }
        case .approve: approve()
        case .failSettlement, .retrySettlement:
            approve()
            try failToSettle()
            if type == .retrySettlement { give(.retrySettlement, by: "manager-1") }
        case .confirmSettlement: try settle()
        case .reverseSettlement: try reverse()
        case .failReversal, .confirmReversal:
            try reverse()
            let request = try last("redress.compensation.reversal-requested.v1")
            give(type, by: "billing") { command in
                command.paymentKey = request.text("paymentKey")
                if type == .failReversal { command.reason = "The bill is out." } else { command.reference = "R-1" }
            }
        }
    }

    private func propose() {
        give(.accept)
        find(.operatorAtFault)
    }

    private func approve() {
        propose()
        give(.approve, by: "supervisor-1")
    }

    private func failToSettle() throws {
        let key = try last("redress.compensation.settlement-requested.v1").text("paymentKey")
        give(.failSettlement, by: "billing") { command in
            command.paymentKey = key
            command.attempt = 1
            command.code = "account-closed"
            command.reason = "The account is closed."
        }
    }

    private func settle() throws {
        approve()
        let key = try last("redress.compensation.settlement-requested.v1").text("paymentKey")
        give(.confirmSettlement, by: "billing") { command in
            command.paymentKey = key
            command.reference = "P-1"
        }
    }

    private func reverse() throws {
        try settle()
        let claim = try last("redress.compensation.settled.v1").text("claim")
        give(.reverseSettlement, by: "manager-1") { command in
            command.claim = claim.map { ClaimNumber($0) }
            command.reason = "paid to the wrong account"
        }
    }

    // MARK: Intake

    func reach(_ type: IntakeType) throws {
        var message = IntakeSubmission(type, line: line)
        message.channel = "hotline"
        switch type {
        case .submitted: #expect(count("redress.work-order.dispatched.v1") == 1)
        case .appealed: try appeal()
        case .urged: say(message)
        case .withdrawn: say(message)
        case .supplemented:
            message = Self.submission(line)
            message.type = type
            message.description = "It happened in February, too."
            say(message)
        case .exposed:
            message.details = SubmissionDetails(exposure: Exposure(medium: .newMedia, reference: "PRESS-1"))
            say(message)
        case .feedbackGiven:
            message.feedback = Feedback(satisfaction: 2, resolved: false, wantsReview: nil)
            say(message)
        }
    }

    /// The example of the contract, for another line.
    private func appeal() throws {
        let file = CommandBench.root.appending(path: "Ops/contracts/schemas/\(IntakeType.appealed.rawValue).json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        var example = try #require((schema["examples"] as? [[String: Any]])?.first)
        (example["line"], example["complaint"]) = ("13800001009", nil)
        example["receivedAt"] = bench.now.description
        let event = CloudEvent(
            id: bench.nextID(), source: Party.regulatorDesk.source, type: IntakeType.appealed.rawValue, time: bench.now,
            data: try JSONSerialization.data(withJSONObject: example))
        let trace = bench.write(event, to: .intake, key: "13800001009")
        bench.settle()
        let effect = CommandEffect.type(of: IntakeType.appealed)
        let seen = bench.facts(of: trace).map { "\($0.event.type) \(String(decoding: $0.event.data, as: UTF8.self))" }
        #expect(seen.contains { $0.hasPrefix(effect) }, "\(seen) \(bench.deadLetters)")
    }
}
