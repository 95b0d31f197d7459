import Testing

@testable import OperatorService

@Suite struct ProcessorTimesTests {
    private let before = ProcessorTimes(seconds: ["intake": 1, "broker": 10])
    private let after = ProcessorTimes(seconds: ["intake": 1.5, "broker": 13, "dispatch": 0.25])

    @Test func whatWasUsedIsSharedOutAmongTheComplaints() {
        #expect(after.microseconds(since: before, complaints: 1_000) == ["intake": 500, "broker": 3_000, "dispatch": 250])
    }

    @Test func aShareIsOfOneCore() {
        #expect(after.shares(since: before, seconds: 10) == ["intake": 5, "broker": 30, "dispatch": 2.5])
    }
}
