import Contracts
import Domain
import Fakes
import OperatorService
import Reporting

/// The year's report as `redress report` draws it, held against figures calculated a second way.
struct YearReport {
    private(set) var violations: [Violation] = []
    private let lives: [YearLife]
    private let ledger: ReportLedger
    private let policy: ReportPolicy
    private let asOf: Instant

    init(_ lives: [YearLife], _ simulation: YearSimulation, _ policy: ReportPolicy) {
        self.lives = lives
        self.policy = policy
        asOf = simulation.stage.clock.now().adding(.hours(1))
        var feed = FactFeed(asOf: asOf)
        for topic in FactFeed.topics {
            for message in simulation.stage.broker.messages(of: topic.name) { feed.take(message) }
        }
        ledger = feed.ledger
        expect(feed.unreadable == 0, "the report reads every fact", "\(feed.unreadable) could not be read")
        judge()
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { violations.append(Violation(promise: promise, seen: seen())) }
    }

    private func report(_ period: ReportPeriod, of provinces: Set<Province> = [], drilled: Bool = false) -> Report {
        ledger.report(
            ReportLedger.Request(
                period: period, provinces: provinces, drilled: drilled ? Set(ReportCount.allCases) : [], asOf: asOf), by: policy)
    }

    private mutating func judge() {
        guard let period = ReportPeriod(.year, year: YearCalendar.year) else { return }
        let year = report(period, drilled: true)
        compare(year, YearFigures(lives, of: period, by: policy))
        judgePeriods(year)
        judgeProvinces(period, year)
    }

    // MARK: Figure by figure

    private mutating func compare(_ report: Report, _ figures: YearFigures) {
        let keys = Self.keys(of: lives)
        for count in ReportCount.allCases {
            let (drawn, counted) = (report.current[count], figures.sum(count))
            expect(drawn == counted, "the report's figures are those of the facts", "\(count.rawValue): \(drawn), counted \(counted)")
            let behind = Set((figures.added[count] ?? [:]).keys)
            let drilled = Set(report.drilled[count] ?? [])
            expect(
                drilled == behind, "every figure can be drilled",
                "\(count.rawValue): \(drilled.symmetricDifference(behind).sorted().prefix(5))")
            for dimension in ReportDimension.allCases {
                let parts = report.groups[dimension] ?? [:]
                let sums = (figures.added[count] ?? [:]).reduce(into: [String: Int64]()) { sums, part in
                    sums[keys[dimension]?[part.key] ?? "unknown", default: 0] += part.value
                }
                for key in Set(parts.keys).union(sums.keys).sorted() {
                    let (drawn, counted) = (parts[key]?[count] ?? 0, sums[key] ?? 0)
                    expect(
                        drawn == counted, "the report's parts are those of the facts",
                        "\(count.rawValue) of \(dimension.rawValue) \(key): \(drawn), counted \(counted)")
                }
            }
        }
    }

    /// To which part of each split a complaint belongs.
    private static func keys(of lives: [YearLife]) -> [ReportDimension: [ComplaintNumber: String]] {
        var keys: [ReportDimension: [ComplaintNumber: String]] = [:]
        for life in lives {
            guard let fact = life.registered else { continue }
            keys[.class, default: [:]][life.complaint] = "\(fact.level.rawValue)/\(fact.nature.rawValue)"
            keys[.unit, default: [:]][life.complaint] = life.unit?.rawValue
            keys[.channel, default: [:]][life.complaint] = fact.channel.rawValue
            keys[.province, default: [:]][life.complaint] = fact.province.rawValue
            keys[.category, default: [:]][life.complaint] = fact.category.rawValue
        }
        return keys
    }

    // MARK: Months, quarters, the year

    private mutating func judgePeriods(_ year: Report) {
        let months = (1...12).compactMap { ReportPeriod(.month, year: YearCalendar.year, number: $0) }.map { report($0) }
        let quarters = (1...4).compactMap { ReportPeriod(.quarter, year: YearCalendar.year, number: $0) }.map { report($0) }
        for (index, quarter) in quarters.enumerated() { add(Array(months[3 * index..<3 * index + 3]), to: quarter) }
        add(quarters, to: year)
        for (before, month) in zip(months, months.dropFirst()) {
            expect(
                month.previous == before.current, "a period that is over keeps its figures", "\(before.period) as \(month.period) has it")
        }
    }

    private mutating func add(_ parts: [Report], to whole: Report) {
        for count in ReportCount.allCases {
            let sum = parts.reduce(Int64(0)) { $0 + $1.current[count] }
            let last = parts.last?.current[count] ?? 0
            let holds =
                switch count {
                case .open: whole.current[count] == last
                case .appealsDuplicate: whole.current[count] >= sum
                // What is a duplicate in the longer period is not counted as refused there.
                case .appealsRefused: whole.current[count] <= sum
                default: whole.current[count] == sum
                }
            expect(holds, "periods add up", "\(count.rawValue) of \(whole.period): \(whole.current[count]), parts \(sum)")
        }
    }

    // MARK: Provinces and the group

    /// What provinces upload, put together, is what the group draws itself.
    private mutating func judgeProvinces(_ period: ReportPeriod, _ year: Report) {
        let provinces = Set(lives.compactMap(\.registered?.province)).sorted().map { report(period, of: [$0], drilled: true) }
        do throws(Faults) {
            let group = try Report.merged(provinces, by: policy)
            let promise = "provinces add up to the group"
            expect(group.current == year.current, promise, "the figures")
            expect(group.groups == year.groups, promise, "the splits")
            expect(group.problems == year.problems, promise, "the problems")
            expect(group.missing == year.missing, promise, "what records lack")
            expect(group.refusals == year.refusals, promise, "the grounds of refusal")
            expect(group.typical == year.typical, promise, "the typical cases")
            expect(group.drilled == year.drilled, promise, "the complaints behind the figures")
        } catch {
            expect(false, "provinces add up to the group", "\(error)")
        }
    }
}
