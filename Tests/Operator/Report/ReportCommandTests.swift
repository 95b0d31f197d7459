import CommandLine
import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Reporting
import Testing

@testable import OperatorService

/// The commands over a broker, as a person or a schedule calls them.
@Suite(.serialized) struct ReportCommandTests {
    private let broker: MockBroker

    init() throws {
        broker = try MockBroker(topics: TopicsCommand.specifications(partitions: 3))
        let facts =
            Sample.registered("C1", "2026-10-02T01:00:00Z") + Sample.registered("C2", "2026-10-03T01:00:00Z", province: "CN-SC")
            + [Sample.told("C1", "2026-10-05T01:00:00Z"), Sample.told("C1", "2026-10-05T01:00:00Z")]
        try KafkaProducer(KafkaSettings(bootstrapServers: broker.bootstrapServers, clientID: "report-tests")).produce(
            facts.map { fact in
                ProducedMessage(
                    topic: fact.topic, key: fact.key, value: fact.value, headers: fact.headers.map { ($0.name, $0.value ?? Data()) })
            })
    }

    /// A clock in December of 2026, so that October is over.
    private func arguments(_ words: [String], out file: URL) throws -> Arguments {
        try CommandLines.parse(
            words + [
                "--kafka-bootstrap-servers", broker.bootstrapServers, "--policies", ShippedFile.url("Ops/policies/china").path, "--clock",
                "2026-12-01T00:00:00Z@1@2026-11-24T00:00:00Z", "--out", file.path, "--quiet",
            ])
    }

    private func temporary() -> URL { FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)") }

    @Test func aReportIsDrawnFromTheTopicsAndPublished() throws {
        let file = temporary()
        let words = ["report", "--period", "2026-10", "--format", "json", "--users", "2000000", "--publish", "--actor", "staff-7001"]
        #expect(try ReportCommand.command.run(arguments(words, out: file)) == .ok)
        let report = try ReportCommand.uploaded(file.path)
        #expect(report.provinces == ["CN-JS", "CN-SC"])
        #expect(report.current[.registered] == 2 && report.current[.answersInTime] == 1, "S113: drawn for superiors and others")
        let reader = try KafkaReader(
            KafkaSettings(bootstrapServers: broker.bootstrapServers, clientID: "report-tests"), topics: [Topic.reports.name],
            from: .beginning)
        let message = try #require(try reader.readToEnd().first)
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        let published = try #require(try ReportPublished.decode(type: event.type, data: event.data, with: WireCoder()))
        #expect(published.report == report && published.by == "staff-7001", "S138: notices to whoever reads the topic")
        try FileManager.default.removeItem(at: file)
    }

    @Test func aProvinceDrawsItsOwnAndTheGroupPutsThemTogether() throws {
        let (sichuan, jiangsu, group) = (temporary(), temporary(), temporary())
        for (province, file) in [("CN-SC", sichuan), ("CN-JS", jiangsu)] {
            let words = ["report", "--period", "2026-10", "--province", province, "--format", "json"]
            #expect(try ReportCommand.command.run(arguments(words, out: file)) == .ok)
        }
        let words = ["report", "aggregate", sichuan.path, jiangsu.path, "--format", "json"]
        #expect(try ReportCommand.command.run(arguments(words, out: group)) == .ok)
        #expect(try ReportCommand.uploaded(group.path).current[.registered] == 2, "S180: provinces upload, the group aggregates")
        #expect(throws: Faults.self) {
            try ReportCommand.command.run(arguments(["report", "aggregate", sichuan.path, sichuan.path], out: group))
        }
        for file in [sichuan, jiangsu, group] { try FileManager.default.removeItem(at: file) }
    }

    @Test func whatIsNoPeriodOrMetricIsAWrongUsage() throws {
        for words in [["--period", "October"], ["--by", "mood"], ["--drill", "luck"], ["divide"]] {
            #expect(throws: UsageError.self, "\(words)") {
                try ReportCommand.command.run(arguments(["report"] + words, out: temporary()))
            }
        }
    }

    @Test func aSampleIsDrawnToAFile() throws {
        let file = temporary()
        #expect(try QualityCommand.command.subcommands[0].run(arguments(["quality", "sample", "--period", "2026-10"], out: file)) == .ok)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("complaint,stratum,"), "S153: with the list of checks")
        try FileManager.default.removeItem(at: file)
    }
}
