import Moments

@testable import Domain
@testable import Reporting

extension ReportPolicy {
    static func fixture(cases: Int = 5, spoilers: [FirstResolutionSpoiler] = FirstResolutionSpoiler.allCases) -> ReportPolicy {
        ReportPolicy(
            version: "test", effective: .always, timeZone: Sourced(chinaTime), currency: Sourced("CNY"), readBack: Sourced(lasting("92d")),
            answerClocks: Sourced(["answer"]), satisfiedFrom: Sourced(4), spoilsFirstResolution: Sourced(spoilers),
            appealClasses: [
                AppealClassRule(category: "billing", class: .charges, source: "test"),
                AppealClassRule(category: "network", class: .network, source: "test"),
            ],
            problems: ProblemPolicy(listed: Sourced(10), commonFrom: Sourced(2), commonIn: Sourced(2)),
            cases: CasePolicy(size: Sourced(cases), traits: Sourced(CaseTrait.allCases)),
            record: Sourced([.registration, .dispatch, .liability, .told]),
            metrics: [timeliness, appealRate])
    }

    static let timeliness = MetricRule(
        code: "timeliness", name: MetricName(zh: "及时率", en: "Timeliness"), numerator: .answersInTime, denominator: .count(.answersDue),
        per: 100, better: .higher, target: nil, source: "test")
    static let appealRate = MetricRule(
        code: "appeal-rate", name: MetricName(zh: "百万用户申诉率", en: "Appeals per million users"), numerator: .appeals, denominator: .users,
        per: 1_000_000, better: .lower, target: nil, source: "test")
    static let chinaTime = UTCOffset("+08:00") ?? .utc
}
