import Foundation
import Telemetry
import Testing

@Suite struct MetricsTests {
    private let metrics = Metrics()

    @Test func metricsAreWrittenByNameWithHelpTypeAndLabels() {
        metrics.gauge("redress_lane_waiting", help: "Events that wait.", labels: ["topic": "redress.intake", "lane": "3"]).set(7)
        metrics.counter("redress_events_total", help: "Events\\taken\nin.", labels: ["kind": "a\"b\\c\nd"]).increment(by: 2)
        metrics.counter("redress_events_total", help: "Events\\taken\nin.", labels: ["kind": "a"]).increment(by: 0.5)
        #expect(
            metrics.render() == #"""
                # HELP redress_events_total Events\\taken\nin.
                # TYPE redress_events_total counter
                redress_events_total{kind="a"} 0.5
                redress_events_total{kind="a\"b\\c\nd"} 2
                # HELP redress_lane_waiting Events that wait.
                # TYPE redress_lane_waiting gauge
                redress_lane_waiting{lane="3",topic="redress.intake"} 7

                """#)
    }

    @Test func aHistogramCountsEachValueInAllRangesAboveIt() {
        let histogram = metrics.histogram("redress_batch_seconds", help: "Time of a batch.", buckets: [0.1, 1])
        histogram.observe(0.1)
        histogram.observe(.milliseconds(500))
        histogram.observe(7)
        histogram.observe(.nan)
        #expect(
            metrics.render() == """
                # HELP redress_batch_seconds Time of a batch.
                # TYPE redress_batch_seconds histogram
                redress_batch_seconds_bucket{le="0.1"} 1
                redress_batch_seconds_bucket{le="1"} 2
                redress_batch_seconds_bucket{le="+Inf"} 3
                redress_batch_seconds_sum 7.6
                redress_batch_seconds_count 3

                """)
    }

    @Test func askingAgainFindsTheSameSeries() {
        metrics.counter("redress_a_total", help: "A.", labels: ["x": "1", "y": "2"]).increment()
        metrics.counter("redress_a_total", help: "A.", labels: ["y": "2", "x": "1"]).increment()
        #expect(metrics.counter("redress_a_total", help: "A.", labels: ["x": "1", "y": "2"]).value == 2)
    }

    @Test func aCounterNeverFalls() {
        let counter = metrics.counter("redress_a_total", help: "A.")
        counter.increment(by: -5)
        counter.increment(by: .nan)
        #expect(counter.value == 0)
    }

    @Test func readingsAreLookedUpAndLeftOutWhenThereIsNone() {
        metrics.read("redress_age_seconds", help: "Age.") { 1.5 }
        metrics.read("redress_gone_seconds", help: "Gone.") { nil }
        #expect(metrics.render() == "# HELP redress_age_seconds Age.\n# TYPE redress_age_seconds gauge\nredress_age_seconds 1.5\n")
    }

    @Test func aSeriesThatIsRemovedIsNotWritten() {
        metrics.gauge("redress_lane_waiting", help: "Waiting.", labels: ["lane": "1"]).set(1)
        metrics.gauge("redress_lane_waiting", help: "Waiting.", labels: ["lane": "2"]).set(2)
        metrics.remove("redress_lane_waiting", labels: ["lane": "1"])
        #expect(!metrics.render().contains("lane=\"1\""))
        #expect(metrics.render().contains("lane=\"2\""))
    }

    @Test func raisingFromManyTasksLosesNothing() async {
        let counter = metrics.counter("redress_a_total", help: "A.")
        let gauge = metrics.gauge("redress_b", help: "B.")
        let histogram = metrics.histogram("redress_c", help: "C.", buckets: Histogram.countBuckets)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<10_000 {
                        counter.increment()
                        gauge.add(-1)
                        histogram.observe(3)
                    }
                }
            }
        }
        #expect(counter.value == 80_000)
        #expect(gauge.value == -80_000)
        #expect(histogram.count == 80_000)
    }

    @Test func theKernelsWordOnThisProcessIsThere() throws {
        metrics.addProcessMetrics()
        let values = Dictionary(
            uniqueKeysWithValues: metrics.render().split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.split(separator: " ")
                return (String(parts[0]), Double(parts[1]) ?? .nan)
            })
        #expect(try #require(values["process_resident_memory_bytes"]) > 1_000_000)
        #expect(try #require(values["process_virtual_memory_bytes"]) > 1_000_000)
        #expect(try #require(values["process_cpu_seconds_total"]) >= 0)
        #expect(try #require(values["process_open_fds"]) >= 3)
        #expect(try #require(values["process_max_fds"]) >= 3)
        let age = Date().timeIntervalSince1970 - (try #require(values["process_start_time_seconds"]))
        #expect((-2...86_400).contains(age))
    }

    @Test func promtoolFindsNothingToSay() throws {
        metrics.addProcessMetrics()
        metrics.counter("redress_events_total", help: "Events taken in.", labels: ["kind": "a\"\\\n投诉"]).increment()
        metrics.gauge("redress_lag_events", help: "Events that wait.").set(-.infinity)
        metrics.histogram("redress_batch_seconds", help: "Time of a batch.", labels: ["lane": "1"]).observe(0.2)
        let (status, said) = try promtool(metrics.render())
        #expect(status == 0)
        #expect(said.isEmpty)
    }

    @Test func promtoolWouldFindAUnitThatIsNoBaseUnit() throws {
        metrics.gauge("redress_lag_milliseconds", help: "Lag.").set(1)
        let (status, said) = try promtool(metrics.render())
        #expect(status != 0)
        #expect(said.contains("redress_lag_milliseconds"))
    }

    private func promtool(_ text: String) throws -> (status: Int32, said: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "redress-metrics-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["promtool", "check", "metrics"]
        // A pipe would end this process, by SIGPIPE, where the tool is missing or does not read to the end.
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
