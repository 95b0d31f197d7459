import Contracts
import Counting
import Domain
import Foundation
import Kafka

/// Everybody outside, who does at once what a complaint's course has next: customers, units, reviewers, approvers, billing, gateways.
///
/// Owned by one thread.
struct Desks {
    private let cycle: [Course]
    private let tally: CommandTally
    /// The number of each complaint, as its trace says.
    private var numbers: [ComplaintNumber: Int] = [:]
    private var files: [Int: File] = [:]
    /// What was told of complaints before it was told that they are registered: topics have no order among each other.
    private var early: [ComplaintNumber: [PublishedFact]] = [:]
    /// The highest sequence of each topic and complaint: what comes again is no news.
    private var sequences: [String: Int64] = [:]
    /// Who goes with which complaint, by that one's number. They wait until it is dispatched: whom dispatch does not know yet, nobody has joined who
    /// leaves again before it does.
    private var followers: [Int: [Int]] = [:]

    private struct File {
        let complaint: ComplaintNumber
        let course: Course
        var known = Known()
        var seen: [String: Int] = [:]
        /// The step that is waited for, whether it was given, and how often each fact has been waited for until then.
        var step = 0
        var isGiven = false
        var awaited: [String: Int] = [:]
    }

    init(_ cycle: [Course], _ tally: CommandTally) {
        self.cycle = cycle
        self.tally = tally
    }

    /// What is written in answer to a fact; nothing where it is none for outsiders, or comes again.
    ///
    /// - Throws: where a fact's data is no JSON.
    mutating func respond(to fact: PublishedFact) throws -> [ProducedMessage] {
        guard let sequence = fact.event.sequence, sequence > sequences["\(fact.topic) \(fact.key)", default: 0] else { return [] }
        sequences["\(fact.topic) \(fact.key)"] = sequence
        let complaint = ComplaintNumber(fact.key)
        if numbers[complaint] == nil, let number = number(told: fact) { return try open(number, complaint, with: fact) }
        guard let number = numbers[complaint] else {
            early[complaint, default: []].append(fact)
            return []
        }
        return try take(fact, number)
    }

    /// The facts of intake carry the trace of the event they come from.
    private func number(told fact: PublishedFact) -> Int? {
        guard fact.topic == Topic.complaints.name else { return nil }
        return fact.event.traceParent.flatMap { Trace.number(in: $0) }
    }

    private mutating func open(_ number: Int, _ complaint: ComplaintNumber, with fact: PublishedFact) throws -> [ProducedMessage] {
        numbers[complaint] = number
        tally.takeEffect(cycle[(number - 1) % cycle.count].type.rawValue)
        var file = File(complaint: complaint, course: cycle[(number - 1) % cycle.count])
        let leader = Course.leader(of: number, in: cycle)
        if let leader {
            file.known.leader = files[leader].flatMap { $0.seen[FactName.dispatched] == nil ? nil : $0.complaint }
            followers[leader, default: []].append(number)
        }
        files[number] = file
        var messages = try take(fact, number)
        for other in early.removeValue(forKey: complaint) ?? [] { messages += try take(other, number) }
        return messages
    }

    private mutating func take(_ fact: PublishedFact, _ number: Int) throws -> [ProducedMessage] {
        guard var file = files[number] else { return [] }
        let fields = try fact.fields()
        let name = try FactName.of(fact)
        file.seen[name, default: 0] += 1
        file.known.note(name, fields, at: fact.event.time)
        files[number] = file
        var messages = respond(fact, fields, file) + advance(number)
        guard name == FactName.dispatched else { return messages }
        for follower in followers[number] ?? [] {
            files[follower]?.known.leader = file.complaint
            messages += advance(follower)
        }
        return messages
    }

    /// What is done whatever the step: billing pays, gateways deliver.
    private func respond(_ fact: PublishedFact, _ fields: [String: Any], _ file: File) -> [ProducedMessage] {
        switch fact.type {
        case FactName.claim("settlement-requested") where file.course.isPaidAtOnce:
            tally.give(ClaimCommandType.confirmSettlement.rawValue)
            return messages(of: Deed.pay, file, "\(file.known.claim?.rawValue ?? "")")
        case FactName.claim("settled") where file.course.isPaidAtOnce:
            tally.takeEffect(ClaimCommandType.confirmSettlement.rawValue)
            return []
        case FactName.request: return receipt(fields, file)
        case "redress.notification.delivered.v1":
            tally.takeEffect(CommandTally.delivered)
            return []
        default: return []
        }
    }

    private func receipt(_ fields: [String: Any], _ file: File) -> [ProducedMessage] {
        guard let notification = fields["notification"] as? String else { return [] }
        let attempt = fields["attempt"] as? Int ?? 1
        if attempt > 1 { tally.takeEffect(CommandTally.failed) }
        let fails = file.course.isHardToReach && attempt == 1 && fields["template"] as? String == "acknowledgement"
        tally.give(fails ? CommandTally.failed : CommandTally.delivered)
        var receipt = CommandMessage(
            receiptOf: NoticeNumber(notification), complaint: file.complaint, outcome: fails ? .failed : .delivered, at: file.known.at)
        if fails { receipt.reason = "The line was busy." }
        let event = receipt.event(id: "receipt/\(notification)/\(attempt)", source: Party.gateway.source, time: file.known.at)
        return [message(event, to: .notificationReceipts, key: file.complaint.rawValue)]
    }

    /// Gives what is next, as often as the step before has been told already.
    private mutating func advance(_ number: Int) -> [ProducedMessage] {
        guard var file = files[number] else { return [] }
        var messages: [ProducedMessage] = []
        while file.step < file.course.deeds.count {
            let deed = file.course.deeds[file.step]
            if !file.isGiven {
                guard deed.canBeGiven(file.known) else { break }
                if let type = deed.type { tally.give(type) }
                messages += self.messages(of: deed, file, "\(file.step)")
                file.isGiven = true
            }
            guard file.seen[deed.leadsTo, default: 0] > file.awaited[deed.leadsTo, default: 0] else { break }
            if let type = deed.type { tally.takeEffect(type) }
            file.awaited[deed.leadsTo, default: 0] += 1
            file.step += 1
            file.isGiven = false
        }
        files[number] = file
        return messages
    }

    private func messages(of deed: Deed, _ file: File, _ mark: String) -> [ProducedMessage] {
        let key = file.complaint.rawValue
        switch deed.act {
        case .wait: return []
        case .workOrder(let type, let actor, let complete):
            var command = CommandMessage(type, complaint: file.complaint, by: actor)
            complete(&command, file.known)
            let event = command.event(id: "\(type.rawValue)/\(key)/\(mark)", source: Party.handlerDesk.source, time: file.known.at)
            return [message(event, to: .workOrderCommands, key: key)]
        case .claim(let type, let actor, let complete):
            var command = CommandMessage(type, complaint: file.complaint, by: actor)
            complete(&command, file.known)
            let source = actor == Deed.billing ? Party.billing.source : Party.approver.source
            let event = command.event(id: "\(type.rawValue)/\(key)/\(mark)", source: source, time: file.known.at)
            return [message(event, to: .compensationCommands, key: key)]
        case .intake(let type, let complete):
            guard let number = numbers[file.complaint] else { return [] }
            var submission = Gateway.submission(type, of: number, at: file.known.at)
            submission.complaint = file.complaint
            complete(&submission)
            var event = submission.event(id: "chaos-\(number)-\(type.rawValue)", source: Party.gateway.source, time: file.known.at)
            event.traceParent = Trace.parent(of: number)
            return [message(event, to: .intake, key: submission.line)]
        }
    }

    /// In structured mode, as most who write by hand or with a small client would send it.
    private func message(_ event: CloudEvent, to topic: Topic, key: String) -> ProducedMessage {
        ProducedMessage(
            topic: topic.name, key: Data(key.utf8), value: CloudEventWriter.structured(event),
            headers: [("content-type", CloudEventWriter.structuredContentType)])
    }
}
