import Foundation
import Policies
import Testing

@testable import Domain
@testable import OperatorService

@Suite struct OneClockPoliciesTests {
    @Test func aFileKeepsWhatItSaysOfItself() {
        let text = "version: \"2\"\nlateAfter: 1h\n\nclocks:\n  - name: answer\n  - name: solve\n"
        #expect(OneClockPolicies.replacing("clocks", in: text, by: "clocks: []\n") == "version: \"2\"\nlateAfter: 1h\n\nclocks: []\n")
    }

    @Test func thePackHasOneClockAndIsSound() throws {
        let prepared = try OneClockPolicies(of: ShippedFile.url("Ops/policies/china"))
        let pack = try PolicyPackLoader.load(directory: prepared.url)
        #expect(pack.clocks.current.clocks.map(\.rule.name.rawValue) == ["first-contact"])
    }
}
