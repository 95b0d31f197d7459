import Contracts
import Counting
import Domain
import Foundation
import Kafka
import Testing

@testable import Chaos

/// That the load gives everything there is to give, and that one can see whether it took effect.
@Suite struct CourseTests {
    /// A command that is added to the contract and given by no course fails here.
    @Test(arguments: CommandTally.types)
    func everyTypeOfMessageIsGivenBySomeCourse(type: String) {
        let given = Set(
            Course.all.flatMap { $0.deeds.compactMap(\.type) + [$0.type.rawValue] } + [CommandTally.delivered]
                + (Course.all.contains(where: \.isHardToReach) ? [CommandTally.failed] : []))
        #expect(given.contains(type), "no course gives \(type)")
    }

    @Test(arguments: Course.all.map(\.name))
    func whatAStepWaitsForIsPartOfTheFate(name: String) throws {
        let course = try #require(Course.all.first { $0.name == name })
        var awaited: [String: Int] = [:]
        for deed in course.deeds { awaited[deed.leadsTo, default: 0] += 1 }
        for (fact, count) in awaited {
            // Where a fact comes more than once and not each time is waited for, a step would take another's fact for its own.
            #expect(course.fate.musts[fact] == count, "\(fact) is waited for \(count) times")
        }
    }

    @Test func whoGoesWithAnotherComesRightBehindItInTheSameCycle() {
        let cycle = Course.all
        let number = (cycle.firstIndex { $0.name == "merged" } ?? 0) + 1 + cycle.count
        let leader = Course.leader(of: number, in: cycle)
        #expect(leader.map { cycle[($0 - 1) % cycle.count].name } == "leading")
        #expect((leader ?? 0) < number && (leader ?? 0) > cycle.count)
        #expect(Course.leader(of: 1, in: cycle) == nil)
    }

    @Test func withTheReleaseBeforeNothingGoesTogether() {
        #expect(!Course.cycle(hasNew: false).contains { $0.deeds.contains { $0.type == WorkOrderCommandType.merge.rawValue } })
    }
}

/// What the desks write on the topics.
@Suite struct DesksTests {
    private static let plain = [Course.all[0]]

    private func fact(
        _ type: String, _ sequence: Int64, topic: Topic = .workOrders, data: String = "{}", of number: Int = 1
    ) throws -> PublishedFact {
        let event = CloudEvent(
            id: "\(sequence)", source: "/redress/test", type: type, time: Instant(seconds: 100), sequence: sequence,
            traceParent: Trace.parent(of: number), data: Data(data.utf8))
        return try PublishedFact(
            ConsumedMessage(
                topic: topic.name, partition: 0, offset: 0, key: Data("C\(number)".utf8), value: event.data,
                headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) }))
    }

    private func types(_ messages: [ProducedMessage]) throws -> [String] {
        try messages.map { try CloudEventReader.read(value: $0.value, headers: $0.headers.map { ($0.name, $0.value) }).type }
    }

    @Test func aStepIsGivenOnceTheOneBeforeItHasTakenEffectAndCountsOnlyThen() throws {
        let tally = CommandTally()
        var desks = Desks(Self.plain, tally)
        #expect(try desks.respond(to: fact(FactName.registered, 1, topic: .complaints)).isEmpty)
        let first = try desks.respond(to: fact(FactName.dispatched, 1))
        #expect(try types(first) == [WorkOrderCommandType.accept.rawValue])
        #expect(tally.all.first { $0.type == WorkOrderCommandType.accept.rawValue }?.count == CommandTally.Count(given: 1, effective: 0))
        let second = try desks.respond(to: fact(FactName.workOrder("accepted"), 2))
        #expect(try types(second) == [WorkOrderCommandType.findLiability.rawValue])
        #expect(tally.all.first { $0.type == WorkOrderCommandType.accept.rawValue }?.count == CommandTally.Count(given: 1, effective: 1))
    }

    @Test func whoGoesWithAnotherWaitsUntilThatOneIsDispatched() throws {
        let pair = Course.all.filter { ["leading", "unmerged"].contains($0.name) }
        var desks = Desks(pair, CommandTally())
        for number in 1...2 { _ = try desks.respond(to: fact(FactName.registered, 1, topic: .complaints, of: number)) }
        #expect(try desks.respond(to: fact(FactName.dispatched, 1, of: 2)).isEmpty, "a join and a leaving would cancel out unseen")
        let messages = try desks.respond(to: fact(FactName.dispatched, 1, of: 1))
        #expect(try types(messages) == [WorkOrderCommandType.accept.rawValue, WorkOrderCommandType.merge.rawValue])
    }

    @Test func whatIsToldAgainIsNoNews() throws {
        var desks = Desks(Self.plain, CommandTally())
        _ = try desks.respond(to: fact(FactName.registered, 1, topic: .complaints))
        _ = try desks.respond(to: fact(FactName.dispatched, 1))
        #expect(try desks.respond(to: fact(FactName.dispatched, 1)).isEmpty)
    }

    @Test func whatIsToldBeforeTheRegistrationIsNotForgotten() throws {
        var desks = Desks(Self.plain, CommandTally())
        #expect(try desks.respond(to: fact(FactName.dispatched, 1)).isEmpty)
        let messages = try desks.respond(to: fact(FactName.registered, 1, topic: .complaints))
        #expect(try types(messages) == [WorkOrderCommandType.accept.rawValue])
    }
}
