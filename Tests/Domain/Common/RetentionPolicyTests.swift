import Moments
import Testing

@testable import Domain

struct RetentionPolicyTests {
    private func policy(personal: String = "1096d", journal: String = "366d") -> RetentionPolicy {
        RetentionPolicy(
            version: "test", effective: .always, anchors: [], personal: Sourced(lasting(personal)), journal: Sourced(lasting(journal)),
            accessLog: Sourced(lasting("1096d")), topics: Sourced(lasting("731d")))
    }

    @Test func whatIsOlderThanItsPeriodHasOutlivedIt() {
        let cutoffs = policy().cutoffs(at: at("2026-11-24T00:00:00Z"))
        #expect(cutoffs.personal == at("2023-11-24T00:00:00Z"), "S201: 11.3, retention")
        #expect(cutoffs.journal == at("2025-11-23T00:00:00Z"))
    }

    @Test func aPeriodThatEndsBeforeARepeatIsNoLongerPossibleIsRefused() {
        #expect(policy().faults(repeatWindow: lasting("30d")).isEmpty)
        let faults = policy(personal: "29d", journal: "30d").faults(repeatWindow: lasting("30d"))
        #expect(faults.map(\.field) == ["personal.value"], "S130: 30 days after archiving a repeat is still judged by it")
        #expect(policy(personal: "0s").faults().map(\.field) == ["personal.value"])
    }
}
