import Foundation
import Testing

@testable import OperatorService

@Suite struct ProcessTableTests {
    @Test func aNameWithSpacesAndParenthesesDoesNotShiftTheFields() throws {
        let line = "4711 (postgres: io (1)) S 42 4711 4711 0 -1 4194560 1 2 3 4 150 50 200 100 20 0 1 0 8000 1 1\n"
        let entry = try #require(ProcessTable.Entry(line))
        #expect(entry.identifier == 4711)
        #expect(entry.name == "postgres: io (1)")
        #expect(entry.parent == 42)
        #expect(entry.ownSeconds == 2)
        #expect(entry.endedChildrenSeconds == 3)
    }

    @Test func aLineThatIsCutOffIsNoProcess() {
        #expect(ProcessTable.Entry("4711 (postgres) S 42 4711") == nil)
        #expect(ProcessTable.Entry("") == nil)
    }

    @Test func ourOwnProcessIsItsFamilysHead() throws {
        let own = ProcessInfo.processInfo.processIdentifier
        let family = try ProcessTable.read().family(of: own)
        #expect(family.first?.identifier == own)
        let memory = try #require(ProcessTable.memory(of: own))
        #expect(memory.resident > 1)
        #expect(memory.peak >= memory.resident)
    }

    @Test func whoDoesNotRunHasNoFamilyAndNoMemory() throws {
        #expect(try ProcessTable.read().family(of: 0).allSatisfy { $0.identifier != 0 })
        #expect(ProcessTable.memory(of: -1) == nil)
    }
}
