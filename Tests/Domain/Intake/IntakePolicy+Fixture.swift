@testable import Domain

extension IntakePolicy {
    /// The figures of the China pack.
    static func fixture(
        urgeScope: UrgeScope = .category, repeatAfterWithdrawal: Bool = true, provinces: ProvincePolicy.Acceptance = .anyISO3166,
        supplementLimit: Int = 3
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
            repeatWindow: Sourced(lasting("30d")), repeatMargin: Sourced(lasting("30d")),
            repeatLevels: Sourced([.provincial, .groupLevel]), repeatAfterWithdrawal: Sourced(repeatAfterWithdrawal),
            urgeScope: Sourced(urgeScope),
            levelFlags: [
                LevelFlags(level: .groupLevel, whileLowerOpen: Sourced([.escalated]), withoutLower: Sourced([])),
                LevelFlags(level: .appeal, whileLowerOpen: Sourced([.escalated]), withoutLower: Sourced([.skipLevel])),
            ],
            receivedAtTolerance: Sourced(lasting("5m")), receivedAtMaxAge: Sourced(lasting("731d")))
    }
}
