import Contracts
import Domain
import Foundation
import Kafka
import Policies
import Reporting
import Testing

@testable import OperatorService

/// Facts as the topics hold them, and the report they come to.
enum Sample {
    static func policy() throws -> ReportPolicy {
        try ReportingPackLoader.load(directory: ShippedFile.url("Ops/policies/china")).reports
    }

    static func names(_ language: Language = .chinese) throws -> ReportNames {
        ReportNames(language, try PolicyPackLoader.load(directory: ShippedFile.url("Ops/policies/china")))
    }

    static func view(_ format: ReportOptions.Format, _ language: Language = .chinese, drilled: [String] = []) throws -> ReportView {
        let policy = try policy()
        return ReportView(
            policy: policy, names: try names(language), format: format, drilled: policy.metrics.filter { drilled.contains($0.code) })
    }

    static func registered(
        _ number: String, _ time: String, province: String = "CN-JS", level: String = "provincial", unit: String = "marketing"
    ) -> [ConsumedMessage] {
        let line = #""line":{"token":"t-\#(number)","masked":"138****8000"}"#
        let words =
            #""channel":"hotline","level":"\#(level)","province":"\#(province)","category":"billing","nature":"ordinary""#
        return [
            message(
                .complaints, "redress.complaint.registered.v1", number, time,
                #"{"complaint":"\#(number)",\#(line),\#(words),"flags":[],"language":"zh","personal":"v1.k1.x","receivedAt":"\#(time)","registeredAt":"\#(time)","settledOnSpot":false,"policyVersion":"2019.1"}"#
            ),
            message(
                .workOrders, "redress.work-order.dispatched.v1", number, time,
                #"{"complaint":"\#(number)","workOrder":"W","unit":"\#(unit)","firstContact":"hotline-centre","priority":3,\#(line),\#(words),"at":"\#(time)","policyVersion":"2019.1"}"#
            ),
        ]
    }

    static func told(_ number: String, _ time: String, sequence: Int = 2) -> ConsumedMessage {
        message(
            .workOrders, "redress.work-order.customer-told.v1", number, time,
            #"{"complaint":"\#(number)","workOrder":"W","answer":"v1.k1.y","satisfied":true,"by":"staff-1","at":"\#(time)"}"#,
            sequence: sequence)
    }

    static func message(
        _ topic: Topic, _ type: String, _ key: String, _ time: String, _ data: String, sequence: Int = 1
    ) -> ConsumedMessage {
        let headers: [(name: String, value: Data?)] = [
            ("ce_specversion", Data("1.0".utf8)), ("ce_id", Data("\(key)-\(type)-\(sequence)".utf8)),
            ("ce_source", Data("/redress/x".utf8)),
            ("ce_type", Data(type.utf8)), ("ce_time", Data(time.utf8)), ("ce_sequence", Data("\(sequence)".utf8)),
        ]
        return ConsumedMessage(topic: topic.name, partition: 0, offset: 0, key: Data(key.utf8), value: Data(data.utf8), headers: headers)
    }

    static func feed(_ messages: [ConsumedMessage], asOf: String = "2026-11-01T00:00:00Z") throws -> FactFeed {
        var feed = FactFeed(asOf: try #require(Instant(asOf)))
        for message in messages { feed.take(message) }
        return feed
    }

    /// October 2026 of some provinces, each with one complaint answered in time and one that still runs.
    static func october(_ provinces: [String] = ["CN-JS", "CN-SC"], users: Int64? = 1_000_000, drilled: Set<ReportCount> = []) throws
        -> Report
    {
        let messages = provinces.flatMap { province in
            registered("\(province)-1", "2026-10-02T01:00:00Z", province: province)
                + registered("\(province)-2", "2026-10-03T01:00:00Z", province: province, level: "appeal", unit: "<b>network</b>")
                + [told("\(province)-1", "2026-10-05T01:00:00Z")]
        }
        let feed = try feed(messages)
        return feed.ledger.report(
            ReportLedger.Request(
                period: try #require(ReportPeriod("2026-10")), provinces: Set(provinces.map { Province($0) }),
                users: users.map { $0 * Int64(provinces.count) }, drilled: drilled, asOf: feed.asOf), by: try policy())
    }
}
