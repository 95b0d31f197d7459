import Testing

@testable import OperatorService

@Suite struct MovementTests {
    @Test func theLastChangeIsTheEndAndLooksThatShowNothingNewAreNot() {
        let start = ContinuousClock.now
        var movement = Movement(at: start)
        movement.see(1_000, at: start + .seconds(1))
        movement.see([1_000], ["dispatch": ["redress.complaints": 900]], at: start + .seconds(2))
        movement.see([1_000], ["dispatch": ["redress.complaints": 1_000]], at: start + .seconds(3))
        movement.see([1_000], nil, at: start + .seconds(4))
        movement.see([1_000], ["dispatch": ["redress.complaints": 1_000]], at: start + .seconds(5))
        movement.see(1_000, at: start + .seconds(6))
        #expect(movement.last == start + .seconds(3))
    }
}
