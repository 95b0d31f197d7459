import Contracts
import Domain
import Foundation
import Testing
import World

/// One complaint, and what people do with it; each step has to take effect before the next.
struct CommandStory {
    let bench: CommandBench
    let line: String
    let complaint: ComplaintNumber

    /// A complaint that is registered and dispatched.
    init(_ bench: CommandBench, line: String = "13800001001", category: Domain.Category = "billing") throws {
        self.bench = bench
        self.line = line
        complaint = ComplaintNumber(try Self.register(bench, Self.submission(line, category)).event.subject ?? "")
    }

    static func submission(_ line: String, _ category: Domain.Category = "billing") -> IntakeSubmission {
        var submission = IntakeSubmission(line: line)
        submission.channel = "hotline"
        submission.province = "CN-SC"
        submission.category = category
        submission.customer = "Wang Fang"
        submission.contact = "wang.fang@example.com"
        submission.description = "Charged twice for March."
        submission.receivedAt = CommandBench.start
        return submission
    }

    static func register(_ bench: CommandBench, _ submission: IntakeSubmission) throws -> CommandBench.Told {
        let trace = bench.write(submission.event(id: bench.nextID()), to: .intake, key: submission.line)
        bench.settle()
        let type = CommandEffect.type(of: submission.type)
        return try #require(
            bench.facts(of: trace).first { $0.event.type == type }, "no \(type); \(bench.deadLetters) \(bench.troubles)")
    }

    // MARK: Steps

    func say(_ submission: IntakeSubmission, at location: SourceLocation = #_sourceLocation) {
        var submission = submission
        submission.complaint = complaint
        let trace = bench.write(submission.event(id: bench.nextID(), time: bench.now), to: .intake, key: line)
        expect(CommandEffect.type(of: submission.type), of: trace, submission.type.rawValue, location)
    }

    func give(
        _ type: WorkOrderCommandType, by actor: ActorID = "handler-7", at location: SourceLocation = #_sourceLocation,
        _ fill: (inout CommandMessage) -> Void = { _ in }
    ) {
        let trace = write(type, by: actor, fill)
        expect(CommandEffect.type(of: type), of: trace, type.rawValue, location)
    }

    /// Writes a command and waits for nothing.
    func write(
        _ type: WorkOrderCommandType, by actor: ActorID = "handler-7", _ fill: (inout CommandMessage) -> Void = { _ in }
    ) -> String {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        fill(&command)
        return bench.write(command.event(id: bench.nextID()), to: .workOrderCommands, key: complaint.rawValue)
    }

    func give(
        _ type: ClaimCommandType, by actor: ActorID, at location: SourceLocation = #_sourceLocation,
        _ fill: (inout CommandMessage) -> Void = { _ in }
    ) {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        fill(&command)
        let event = command.event(id: bench.nextID(), source: Party.billing.source)
        let trace = bench.write(event, to: .compensationCommands, key: complaint.rawValue)
        expect(CommandEffect.type(of: type), of: trace, type.rawValue, location)
    }

    private func expect(_ effect: String, of trace: String, _ type: String, _ location: SourceLocation) {
        bench.settle()
        let facts = bench.facts(of: trace)
        let seen = facts.map { "\($0.event.type) \(String(decoding: $0.event.data, as: UTF8.self))" }
        #expect(
            facts.contains { $0.event.type == effect }, "\(type) led to \(seen) \(bench.deadLetters) \(bench.troubles)",
            sourceLocation: location)
    }

    func last(_ type: String) throws -> CommandBench.Told {
        try #require(bench.facts(type, of: complaint).last, "no \(type) of \(complaint)")
    }

    func count(_ type: String) -> Int { bench.facts(type, of: complaint).count }

    // MARK: The plain course

    func find(_ liability: Liability = .operatorNotAtFault, at location: SourceLocation = #_sourceLocation) {
        give(.findLiability, at: location) { command in
            command.liability = liability
            guard liability == .operatorAtFault else { return }
            command.ground = "wrong-charge"
            command.amount = Money(minorUnits: 12_345, currency: "CNY")
        }
    }

    func answer(at location: SourceLocation = #_sourceLocation) {
        give(.accept, at: location)
        find(at: location)
        give(.answer, at: location) { command in
            command.answer = "The charge was right."
            command.texts = ["reasons": "It is for two months.", "measures": "None is needed."]
        }
    }

    func tellCustomer(satisfied: Bool, at location: SourceLocation = #_sourceLocation) {
        answer(at: location)
        give(.approveAnswer, by: "reviewer-3", at: location)
        give(.tellCustomer, at: location) { $0.satisfied = satisfied }
    }

    func putOnFile(_ reference: String, at location: SourceLocation = #_sourceLocation) {
        give(.recordEvidence, at: location) { command in
            command.texts["kind"] = "document"
            command.reference = reference
        }
    }

    func merge(into other: ComplaintNumber, at location: SourceLocation = #_sourceLocation) {
        give(.merge, at: location) { command in
            command.texts["into"] = other.rawValue
            command.reason = "one cause"
        }
    }
}
