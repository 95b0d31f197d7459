import CommandLine
import Domain
import Foundation
import Policies
import Reporting
import Runtime

/// What `redress report` was asked for, checked.
struct ReportOptions {
    enum Format: String, CaseIterable {
        case table, csv, json, html
    }

    static let all: [Option] = [
        Option(
            "period", value: .string(placeholder: "PERIOD"),
            help: "A month 2026-10, a quarter 2026-Q3 or a year 2026; or last-month, last-quarter, last-year, which is the default."),
        Option(
            "by", value: .string(placeholder: "SPLIT,…"), repeated: true,
            help: "Split by class, unit, channel, province or category; by default by all of them."),
        Option(
            "province", value: .string(placeholder: "CODE"), repeated: true, environment: "REDRESS_REPORT_PROVINCE",
            help: "Only complaints of this province, as a province uploads them."),
        Option(
            "users", value: .int(1...Int.max), environment: "REDRESS_USERS",
            help: "How many users the report's provinces have; rates per million are left out without it."),
        Option("drill", value: .string(placeholder: "METRIC"), repeated: true, help: "List the complaints behind this metric."),
        Option("format", value: .choice(Format.allCases.map(\.rawValue)), default: "table", help: "How the report is written."),
        Option("json", help: "The same as --format json."),
        Option("language", value: .choice(Language.allCases.map(\.rawValue)), default: "zh", help: "The language of names and pages."),
        Option("out", short: "o", value: .path, help: "Write to this file instead of the standard output."),
        Option(
            "as-of", value: .string(placeholder: "TIME"), help: "Leave out what happened at or after this time, RFC 3339; now by default."),
        Option("publish", help: "Also publish the report on the topic redress.reports."),
        Option("actor", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", help: "Who publishes it: a staff number."),
        Option("quiet", short: "q", help: "Do not show progress."),
    ]

    let period: ReportPeriod
    let dimensions: Set<ReportDimension>
    let provinces: Set<Province>
    let users: Int64?
    let drilled: [MetricRule]
    let asOf: Instant
    let view: ReportView

    init(_ arguments: Arguments, _ pack: ReportingPack, names: ReportNames) throws {
        let now = try ServiceSettings.clock(arguments).now()
        asOf = try Self.time(arguments.string("as-of")) ?? now
        period = try Self.period(arguments.string("period"), today: now.day(at: pack.reports.timeZone.value))
        let split = try Self.dimensions(arguments.strings("by"))
        dimensions = split.isEmpty ? Set(ReportDimension.allCases) : Set(split)
        provinces = Set(arguments.strings("province").map { Province($0) })
        users = arguments.int("users").map(Int64.init)
        drilled = try Self.metrics(arguments.strings("drill"), pack.reports)
        view = try ReportView(arguments, pack.reports, names: names, drilled: drilled)
    }

    /// The time from which facts are read: the earliest period compared with, and before it what was still open then.
    func start(by policy: ReportPolicy) -> Instant {
        let offset = policy.timeZone.value
        let earliest = min(period.sameLastYear.bounds(at: offset).lowerBound, period.previous.bounds(at: offset).lowerBound)
        return earliest.adding(.zero - policy.readBack.value.duration)
    }

    func request(_ policy: ReportPolicy) -> ReportLedger.Request {
        let counts = drilled.flatMap { rule -> [ReportCount] in
            if case .count(let base)? = rule.denominator { [rule.numerator, base] } else { [rule.numerator] }
        }
        return ReportLedger.Request(
            period: period, provinces: provinces, dimensions: dimensions, users: users, drilled: Set(counts), asOf: asOf)
    }

    static func period(_ text: String?, today: CivilDate) throws(UsageError) -> ReportPeriod {
        let words: [String: ReportPeriod.Kind] = ["last-month": .month, "last-quarter": .quarter, "last-year": .year]
        if let kind = words[text ?? "last-month"] { return ReportPeriod(kind, containing: today).previous }
        if let text, let period = ReportPeriod(text) { return period }
        throw usage("--period", text, "2026-10, 2026-Q3, 2026, last-month, last-quarter or last-year")
    }

    private static func dimensions(_ given: [String]) throws(UsageError) -> [ReportDimension] {
        var found: [ReportDimension] = []
        for word in given.flatMap({ $0.split(separator: ",").map(String.init) }) {
            guard let dimension = ReportDimension(rawValue: word) else {
                throw usage("--by", word, "one of " + ReportDimension.allCases.map(\.rawValue).joined(separator: ", "))
            }
            found.append(dimension)
        }
        return found
    }

    private static func metrics(_ given: [String], _ policy: ReportPolicy) throws(UsageError) -> [MetricRule] {
        var found: [MetricRule] = []
        for code in given {
            guard let rule = policy.metrics.first(where: { $0.code == code }) else {
                throw usage("--drill", code, "one of " + policy.metrics.map(\.code).joined(separator: ", "))
            }
            found.append(rule)
        }
        return found
    }

    /// How the report is written: `--json` is `--format json`.
    static func format(_ arguments: Arguments) throws(UsageError) -> Format {
        let given = Format(rawValue: arguments.string("format") ?? "") ?? .table
        guard arguments.flag("json") else { return given }
        guard arguments.source(of: "format") == .default || given == .json else {
            throw usage("--json and --format", given.rawValue, "only one of them")
        }
        return .json
    }

    static func time(_ text: String?) throws(UsageError) -> Instant? {
        guard let text else { return nil }
        guard let time = Instant(text) else { throw usage("--as-of", text, "a time with offset, such as 2026-11-01T00:00:00+08:00") }
        return time
    }

    static func usage(_ subject: String, _ given: String?, _ expected: String) -> UsageError {
        UsageError(command: "redress report", subject: subject, given: given, expected: expected)
    }
}
