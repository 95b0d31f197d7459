import Moments

@testable import Domain

extension IntakePolicy {
    /// The figures of the China pack.
    static func fixture(
        urgeScope: UrgeScope = .category, repeatAfterWithdrawal: Bool = true, provinces: ProvincePolicy.Acceptance = .anyISO3166,
        supplementLimit: Int = 3, media: [ExposureMedium] = ExposureMedium.allCases, beforeEffect: Bool = true
    ) -> IntakePolicy {
        IntakePolicy(
            version: "test-1", effective: .always, timeZone: Sourced(UTCOffset(minutes: 480) ?? .utc), defaultLanguage: Sourced(.chinese),
            categories: ["billing", "network", "service", "marketing"].map {
                CategoryRule(code: Category($0), name: $0, source: "test")
            },
            provinces: ProvincePolicy(
                accept: Sourced(provinces),
                listed: [ProvinceRule(code: "CN-JS", name: "江苏"), ProvinceRule(code: "CN-HA", name: "河南")]),
            required: Sourced([.customer, .contact, .description, .category]), requiredOfRepeat: Sourced([.dissatisfaction]),
            requiredWhenSettledOnSpot: Sourced([.description, .category]), supplementLimit: Sourced(supplementLimit),
            duties: [
                DutyRule(
                    code: "call-back", name: "", due: Sourced(.whileHandling), reference: nil, when: nil, evenIfSettled: nil)
            ],
            publicOpinion: PublicOpinionPolicy(
                media: Sourced(media), effects: Sourced(ExposureEffect.allCases), beforeEffect: Sourced(beforeEffect),
                levels: Sourced(ChannelLevel.allCases)),
            attention: AttentionPolicy(
                flags: Sourced([.skipLevel, .skipLevelTendency]), recordGives: Sourced([.skipLevelTendency]),
                registersAtOnce: Sourced(true),
                reportTo: ChannelLevel.allCases.map {
                    AttentionPolicy.ReportTarget(level: $0, unit: Sourced("provincial-customer-service"))
                }),
            repeatWindow: Sourced(lasting("30d")), repeatMargin: Sourced(lasting("30d")),
            repeatLevels: Sourced([.provincial, .groupLevel]), repeatAfterWithdrawal: Sourced(repeatAfterWithdrawal),
            urgeScope: Sourced(urgeScope), archiveNewsDelay: Sourced(lasting("10m")),
            levelFlags: [
                LevelFlags(
                    level: .groupLevel, whileLowerOpen: Sourced([.escalated]), afterLower: Sourced([.escalated]),
                    withoutLower: Sourced([.skipLevel]), ordinaryChannels: Sourced(["roaming-hotline", "central-media"])),
                LevelFlags(
                    level: .appeal, whileLowerOpen: Sourced([.escalated]), afterLower: Sourced([.escalated]),
                    withoutLower: Sourced([.skipLevel])),
            ],
            receivedAtTolerance: Sourced(lasting("5m")), receivedAtMaxAge: Sourced(lasting("731d")))
    }
}

extension AppealPolicy {
    /// The figures of the China pack, without its words.
    static let fixture = AppealPolicy(
        version: "test-1", effective: .always, assessedChannels: Sourced(["miit"]), answerDays: Sourced(15), chargeMonths: Sourced(5),
        otherMonths: Sourced(24), chargeCategories: Sourced(["billing"]), form: Sourced([.customer, .address]),
        complainFirst: Sourced(.complaint), national: NationalBody(code: "miit", name: "MIIT", source: "test"),
        provincesWithoutBody: Sourced([]),
        outcomes: AppealOutcome.allCases.map { AppealWords(of: $0, source: "test", zh: "", en: "") },
        points: AppealPoint.allCases.map { AppealWords(of: $0, source: "test", zh: "", en: "") })
}
