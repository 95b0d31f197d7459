import Contracts
import Domain
import Testing

@testable import OperatorService

@Suite struct AgendaTests {
    private func intention(_ id: String, minutes: Int) -> Intention {
        let event = CloudEvent(id: id, source: "/test", type: "t")
        return Intention(at: Told.monday.adding(.minutes(minutes)), message: OutsideMessage(event, key: id))
    }

    @Test func whatIsDueComesInTheOrderOfItsTimesAndOfItsComing() {
        var agenda = Agenda()
        for (id, minutes) in [("c", 3), ("a1", 1), ("a2", 1), ("d", 9), ("b", 2)] { agenda.add(intention(id, minutes: minutes)) }
        #expect(agenda.next == Told.monday.adding(.minutes(1)))
        #expect(agenda.takeDue(at: Told.monday.adding(.minutes(3)), limit: 10).map(\.key) == ["a1", "a2", "b", "c"])
        #expect(agenda.count == 1)
    }

    @Test func nothingIsTakenBeforeItsTime() {
        var agenda = Agenda()
        agenda.add(intention("a", minutes: 1))
        #expect(agenda.takeDue(at: Told.monday, limit: 10).isEmpty)
        #expect(!agenda.isEmpty)
    }

    @Test func noMoreIsTakenThanAsked() {
        var agenda = Agenda()
        for number in 0..<5 { agenda.add(intention("\(number)", minutes: number)) }
        #expect(agenda.takeDue(at: Told.monday.adding(.hours(1)), limit: 2).map(\.key) == ["0", "1"])
    }
}
