import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// One complaint from the hotline to the archive, with its claim, its messages and the repeat that follows.
    @Suite struct MainPath {
        /// On the broker of the environment, and on the embedded one whatever the environment says.
        @Test(arguments: ProcessInfo.processInfo.environment["KAFKA_HOME"] == nil ? [true] : [false, true])
        func aComplaintIsRegisteredSolvedCompensatedToldArchivedAndComesBackAsARepeat(onEmbedded: Bool) throws {
            let deployment = try Deployment { $0.isEmbedded = onEmbedded }
            try deployment.startAll()
            let story = Story(deployment, line: "13812348000")

            try story.register()
            try story.accept()
            try story.compensate()
            try story.answer()
            try story.archive()
            try story.deliverAllMessages()
            try story.lookBack()
            try story.comeBack()

            #expect(deployment.ledger.breaches.isEmpty)
            #expect(deployment.ledger.deadLetters.isEmpty)
            #expect(deployment.ledger.written.count == deployment.ledger.facts.count, "nothing was published twice")
            try Outsider.validate(deployment.ledger.facts)
        }
    }
}

/// What happens to one complaint, chapter by chapter; each waits for the facts that end it.
struct Story {
    let deployment: Deployment
    let line: String
    private let number = Holder()

    private final class Holder {
        var value = ""
    }

    init(_ deployment: Deployment, line: String) {
        self.deployment = deployment
        self.line = line
    }

    var complaint: ComplaintNumber { ComplaintNumber(number.value) }

    func register() throws {
        try deployment.gateway.submit(Gateway.complaint(line))
        let registered = try deployment.fact("redress.complaint.registered.v1")
        number.value = registered.key
        #expect(registered.key.hasPrefix("C20260401"))
        #expect(registered.text("nature") == "ordinary")
        #expect((registered.fields["line"] as? [String: Any])?["masked"] as? String == "138****8000")
        let dispatched = try deployment.fact("redress.work-order.dispatched.v1", registered.key)
        #expect(dispatched.text("unit") == "marketing")
        #expect(dispatched.text("firstContact") == "hotline-centre")
    }

    func accept() throws {
        try say(.accept, by: "handler-7")
        _ = try fact("redress.work-order.accepted.v1")
    }

    /// Twice the wrong charge is above what the policy grants alone: a supervisor approves, billing pays.
    func compensate() throws {
        try say(.findLiability, by: "handler-7") { command in
            command.liability = .operatorAtFault
            command.ground = "wrong-charge"
            command.amount = Money(minorUnits: 12_345, currency: "CNY")
        }
        _ = try fact("redress.work-order.liability-found.v1")
        let proposed = try fact("redress.compensation.proposed.v1")
        #expect((proposed.fields["amount"] as? [String: Any])?["minorUnits"] as? Int == 24_690)
        #expect(proposed.text("band") == "supervisor")
        try say(.approve, by: "supervisor-1")
        _ = try fact("redress.compensation.approved.v1")
        let requested = try fact("redress.compensation.settlement-requested.v1")
        try say(.confirmSettlement, by: "billing") { command in
            command.paymentKey = requested.text("paymentKey")
            command.reference = "P-1"
        }
        _ = try fact("redress.compensation.settled.v1")
    }

    func answer() throws {
        try say(.answer, by: "handler-7") { command in
            command.answer = "The charge of March was wrong; it has been paid back."
            command.texts = ["reasons": "It was charged twice.", "measures": "The fault of the billing is repaired."]
        }
        _ = try fact("redress.work-order.answered.v1")
        try say(.approveAnswer, by: "reviewer-3")
        _ = try fact("redress.work-order.answer-approved.v1")
        try say(.tellCustomer, by: "handler-7") { $0.satisfied = true }
        _ = try fact("redress.work-order.customer-told.v1")
    }

    func archive() throws {
        try say(.archive, by: "handler-7")
        let archived = try fact("redress.work-order.archived.v1")
        #expect(archived.text("outcome") == "answered")
    }

    /// Gives a receipt for each message, and expects each to be told once.
    func deliverAllMessages() throws {
        let templates = [
            "acknowledgement", "progress", "staff-approval", "compensation-settled", "staff-answer-review", "answer",
            "confirmation",
        ]
        try deployment.wait("each message has been requested") { requested.count >= templates.count }
        #expect(requested.compactMap { $0.text("template") }.sorted() == templates.sorted())
        for message in requested {
            try deployment.gateway.command(
                CommandMessage(
                    receiptOf: NoticeNumber(message.text("notification") ?? ""), complaint: complaint, outcome: .delivered,
                    at: Deployment.start))
        }
        try deployment.wait("each message has been delivered") {
            deployment.ledger.facts("redress.notification.delivered.v1").count { $0.key == complaint.rawValue } == templates.count
        }
    }

    private var requested: [Fact] {
        deployment.ledger.facts("redress.notification.requested.v1").filter { $0.key == complaint.rawValue }
    }

    /// People look back: by the same pack nothing would have been otherwise, and the month's report has the complaint. A real broker is asked
    /// by the messages' own times, which the embedded one does not look up.
    func lookBack() throws {
        let policies = deployment.folder.appending("policies")
        var environment = deployment.environment(of: .intake)
        environment["DATABASE_URL"] = deployment.databaseURL("redress_operator")
        let trial = try Run.output(of: Built.executable("redress"), ["policy", "try", policies], environment: environment)
        #expect(trial == "1 complaint looked at; nothing would have changed\n")
        if !(deployment.broker is MockBroker) { environment["REDRESS_CLOCK"] = "" }
        let report = try Run.output(
            of: Built.executable("redress"),
            ["report", "--period", "2026-04", "--as-of", "2026-05-01T00:00:00+08:00", "--format", "csv", "--quiet"],
            environment: environment)
        #expect(report.contains("\n2026-04,all,,complaints,1,1,"), "\(report)")
    }

    /// Within thirty days of the archive the same line is a repeat, once intake has heard of the archive.
    func comeBack() throws {
        let intake = try deployment.endpoint(.intake)
        try deployment.wait("intake has heard of the archive") {
            intake.metric("redress_messages_total", "topic=\"redress.work-orders\"", "outcome=\"decided\"") >= 1
        }
        var again = Gateway.complaint(line)
        again.dissatisfaction = "It was charged again."
        try deployment.gateway.submit(again, id: "again-\(line)")
        let registered = try deployment.fact("redress.complaint.registered.v1") { $0.key != complaint.rawValue }
        #expect(registered.text("nature") == "repeat")
        #expect(registered.text("repeatOf") == complaint.rawValue)
        _ = try deployment.fact("redress.work-order.dispatched.v1", registered.key)
        // A repeat is supervised, and the unit is told so (S182).
        try deployment.wait("the customer's message about the repeat, and the unit's two") {
            deployment.ledger.facts("redress.notification.requested.v1").count { $0.key == registered.key } == 3
        }
    }

    private func fact(_ type: String) throws -> Fact { try deployment.fact(type, complaint.rawValue) }

    func say(_ type: WorkOrderCommand.Name, by actor: ActorID, _ fill: (inout CommandMessage) -> Void = { _ in }) throws {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        fill(&command)
        try deployment.gateway.command(command)
    }

    func say(_ type: ClaimCommand.Name, by actor: ActorID, _ fill: (inout CommandMessage) -> Void = { _ in }) throws {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        fill(&command)
        try deployment.gateway.command(command)
    }
}
