import Seeded

/// What can be made to go wrong.
enum FaultKind: String, CaseIterable, Sendable {
    case servicesKilled = "services-killed"
    case servicesFrozen = "services-frozen"
    case brokerKilled = "broker-killed"
    case brokersAway = "brokers-away"
    case postgresKilled = "postgres-killed"
    case connectionsCut = "connections-cut"
    case diskFull = "disk-full"
    case rebalanceStorm = "rebalance-storm"
    case networkSlow = "network-slow"
    case releaseRolled = "release-rolled"

    var fault: any Fault {
        switch self {
        case .servicesKilled: ServicesKilled()
        case .servicesFrozen: ServicesFrozen()
        case .brokerKilled: BrokerKilled()
        case .brokersAway: BrokersAway()
        case .postgresKilled: PostgresKilled()
        case .connectionsCut: ConnectionsCut()
        case .diskFull: DiskFull()
        case .rebalanceStorm: RebalanceStorm()
        case .networkSlow: NetworkSlow()
        case .releaseRolled: ReleaseRolled()
        }
    }

    /// The faults of so many rounds, by seed, such that each occurs in any twenty rounds on end.
    ///
    /// The long one has the same place in each twenty. The nineteen others are filled with one shuffled deck after the other, of eight cards at
    /// most, so that any of them holds a whole deck.
    static func sequence(of rounds: Int, from kinds: [FaultKind], _ chance: inout SplitMix64) -> [FaultKind] {
        let short = kinds.filter { $0 != .brokersAway }
        let place = chance.below(cycle)
        var deck: [FaultKind] = []
        return (0..<rounds).map { round in
            if kinds.contains(.brokersAway), short.isEmpty || round % cycle == place { return .brokersAway }
            if deck.isEmpty { deck = short.shuffled(using: &chance) }
            return deck.removeLast()
        }
    }

    private static let cycle = 20
}

/// Something that goes wrong under load, and is mended again.
protocol Fault {
    /// Breaks something, lets it be broken for a while, and mends it.
    ///
    /// - Returns: what was done, in a few words.
    /// - Throws: where it could not be broken or mended.
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String
}
