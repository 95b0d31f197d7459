@testable import Domain

extension DispatchRules {
    /// The figures of the China pack.
    static func fixture(_ workOrders: WorkOrderPolicy = .fixture()) -> DispatchRules {
        DispatchRules(routing: .fixture, workOrders: workOrders, channels: .fixture)
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
        archiveAfter: PolicyDuration? = lasting("7d"), whileClaimOpen: OpenClaimRule = .wait, waitingCommandLimit: Int = 20
    ) -> WorkOrderPolicy {
        WorkOrderPolicy(
            version: "test-1", effective: .always,
            holdReasons: [
                HoldReason(code: "waiting-for-customer", endedBySupplement: true, source: "S070"),
                HoldReason(code: "appointment", endedBySupplement: false, source: "test"),
            ],
            ladder: [
                LadderStep(step: 1, unit: Sourced("provincial-complaint-centre"), priority: Sourced(2)),
                LadderStep(step: 2, unit: Sourced("provincial-customer-service"), priority: Sourced(1)),
            ],
            waitingCommandLimit: Sourced(waitingCommandLimit), unknownComplaintTimeout: Sourced(lasting("24h")),
            archiveAfterCustomerTold: archiveAfter.map { Sourced($0) }, archiveWhileClaimOpen: Sourced(whileClaimOpen),
            claimExpectedFor: Sourced([.operatorAtFault]), claimExpectedWithin: Sourced(lasting("24h")))
    }
}
