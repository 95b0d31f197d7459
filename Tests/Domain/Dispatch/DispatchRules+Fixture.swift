import Moments

@testable import Domain

extension DispatchRules {
    /// The figures of the China pack.
    static func fixture(_ workOrders: WorkOrderPolicy = .fixture(), findings: FindingVocabulary? = nil) -> DispatchRules {
        DispatchRules(
            routing: .fixture, workOrders: workOrders, investigation: .fixture, major: .fixture, workload: .fixture, channels: .fixture,
            findings: findings)
    }
}

extension RoutingCondition {
    static func when(
        levels: [ChannelLevel]? = nil, provinces: [Province]? = nil, categories: [Domain.Category]? = nil, natures: [Nature]? = nil,
        flags: [Flag]? = nil
    ) -> RoutingCondition {
        RoutingCondition(channels: nil, levels: levels, provinces: provinces, categories: categories, natures: natures, flags: flags)
    }
}

extension RoutingPolicy {
    static let fixture = RoutingPolicy(
        version: "test-1", effective: .always,
        units: [
            "hotline-centre", "online-service", "complaint-reception", "group-supervision-centre", "roaming-centre",
            "group-customer-service", "provincial-customer-service", "network-operations", "marketing", "provincial-complaint-centre",
        ].map { UnitRule(code: Unit($0), name: $0, source: "test") },
        routes: [
            Route(name: "roaming", when: .when(flags: [.roaming]), unit: Sourced("roaming-centre")),
            Route(name: "group level", when: .when(levels: [.groupLevel, .appeal]), unit: Sourced("group-supervision-centre")),
            Route(
                name: "network of Henan", when: .when(provinces: ["CN-HA"], categories: ["network"]),
                unit: Sourced("provincial-complaint-centre")),
            Route(name: "network", when: .when(categories: ["network"]), unit: Sourced("network-operations")),
            Route(name: "charges", when: .when(categories: ["billing", "marketing"]), unit: Sourced("marketing")),
        ],
        defaultUnit: Sourced("provincial-complaint-centre"),
        priorities: [
            PriorityRule(name: "major", when: .when(natures: [.major]), priority: Sourced(1)),
            PriorityRule(name: "skip-level", when: .when(flags: [.skipLevel, .skipLevelTendency]), priority: Sourced(2)),
            PriorityRule(name: "repeat", when: .when(natures: [.repeat]), priority: Sourced(2)),
        ],
        defaultPriority: Sourced(3))
}

extension WorkOrderPolicy {
    static func fixture(
        archiveAfter: PolicyDuration? = lasting("7d"), whileClaimOpen: OpenClaimRule = .wait, waitingCommandLimit: Int = 20,
        reviewUnit: Domain.Unit? = nil
    ) -> WorkOrderPolicy {
        WorkOrderPolicy(
            version: "test-1", effective: .always,
            holdReasons: [
                HoldReason(code: "waiting-for-customer", endedBySupplement: true, source: "S070"),
                HoldReason(code: "appointment", endedBySupplement: false, source: "test"),
                HoldReason(
                    code: "third-party", endedBySupplement: false, needsEvidence: true, longest: Sourced(lasting("5d")), source: "test"),
            ],
            ladder: [
                LadderStep(step: 1, unit: Sourced("provincial-complaint-centre"), priority: Sourced(2)),
                LadderStep(step: 2, unit: Sourced("provincial-customer-service"), priority: Sourced(1)),
            ],
            waitingCommandLimit: Sourced(waitingCommandLimit), unknownComplaintTimeout: Sourced(lasting("24h")),
            archiveAfterCustomerTold: archiveAfter.map { Sourced($0) }, archiveWhileClaimOpen: Sourced(whileClaimOpen),
            claimExpectedFor: Sourced([.operatorAtFault]), claimExpectedWithin: Sourced(lasting("24h")),
            supervision: [
                SupervisionRule(name: "repeat complaints", when: .when(natures: [.repeat]), unit: Sourced("provincial-customer-service"))
            ], urgency: [UrgencyRule(urges: Sourced(2), priority: Sourced(2))],
            review: ReviewRule(
                unit: reviewUnit.map { Sourced($0) }, byAnotherPerson: Sourced(true), remedies: Sourced([.review, .appeal]),
                afterArchive: Sourced(lasting("30d"))),
            maliciousMeasures: [
                MaliciousMeasure(code: "explain", name: "explain", kinds: [.malicious, .false], source: "S088"),
                MaliciousMeasure(code: "legal", name: "legal", kinds: [.malicious], source: "S088"),
            ], partnerPenalties: [PartnerPenalty(liability: .operatorAtFault, grade: Sourced("penalty"))], mergerLimit: Sourced(3))
    }
}

extension AnswerRequirements {
    static func requires(
        _ answer: [AnswerPart] = [.result], evidence: [String] = [], finding: Bool = false, meeting: Bool = false, writing: Bool = false
    ) -> AnswerRequirements {
        AnswerRequirements(
            answer: Sourced(answer), evidence: Sourced(evidence), finding: Sourced(finding), meeting: Sourced(meeting),
            writing: Sourced(writing))
    }
}

extension InvestigationPolicy {
    /// Ordinary complaints need the result alone, so that the plain course stays short; appeals need all.
    static let fixture = InvestigationPolicy(
        version: "test-1", effective: .always,
        evidenceKinds: ["customer-contact", "verification"].map { EvidenceKind(code: $0, name: $0, source: "test") },
        processes: [
            ComplaintProcess(
                name: "appeal", when: .when(levels: [.appeal]),
                requires: .requires(
                    AnswerPart.allCases, evidence: ["customer-contact", "verification"], finding: true, writing: true))
        ], ordinary: .requires(), writtenMedia: Sourced(["letter", "sms"]), answerNeedsContributions: Sourced(true))
}

extension MajorPolicy {
    static let fixture = MajorPolicy(
        version: "test-1", effective: .always,
        reporting: [
            ReportingLevel(unit: Sourced("provincial-complaint-centre"), after: nil),
            ReportingLevel(unit: Sourced("provincial-customer-service"), after: nil),
            ReportingLevel(unit: Sourced("group-customer-service"), after: Sourced(lasting("2h"))),
        ], filedBeforeAnswer: Sourced(MajorPaper.allCases), requires: .requires(meeting: true), priority: Sourced(1),
        supervisor: Sourced("provincial-customer-service"))
}

extension WorkloadPolicy {
    static let fixture = WorkloadPolicy(
        version: "test-1", effective: .always,
        skills: [SkillRule(code: "appeals", when: .when(levels: [.appeal]), source: "test")],
        units: [
            UnitDesks(
                unit: "marketing",
                desks: [
                    DeskRule(code: "tariffs", skills: [], share: Sourced(3), limit: Sourced(60)),
                    DeskRule(code: "charges", skills: [], share: Sourced(1), limit: Sourced(40)),
                ]),
            UnitDesks(
                unit: "group-supervision-centre",
                desks: [
                    DeskRule(code: "coordination", skills: [], share: Sourced(9), limit: Sourced(40)),
                    DeskRule(code: "appeals", skills: ["appeals"], share: Sourced(1), limit: Sourced(20)),
                ]),
        ])
}
