/// Who comes to the brokers under one name, and what that name may do with the topics: the table of ``Topic``, read by its rows.
public struct TopicRole: Hashable, Sendable {
    /// Such as `intake`, `channel-gateway`, `handler-desk`.
    public let name: String
    public let party: Party
    /// The topics it may write.
    public let writes: [Topic]
    /// The topics it may read.
    public let reads: [Topic]

    /// The user name at the brokers where an operation gives no other: `redress-intake`.
    public var userName: String { "redress-" + name }

    /// The consumer group it reads in; whoever is no service may use any group whose name begins so.
    public var consumerGroup: String { userName }

    /// All of them: the five services, then those outside.
    ///
    /// The channel gateways are two: the ones that bring complaints and the ones that carry messages to the customer have nothing of each
    /// other's to do.
    public static let all: [TopicRole] = Party.allCases.flatMap { party in
        party == .gateway ? gateways : [TopicRole(party.rawValue, party, writes: written(by: party), reads: read(by: party))]
    }

    /// The role of that name; `nil` for any other.
    public static func named(_ name: String) -> TopicRole? { all.first { $0.name == name } }

    private static let gateways = [
        TopicRole("channel-gateway", .gateway, writes: [.intake], reads: []),
        TopicRole(
            "notification-gateway", .gateway, writes: [.notificationReceipts], reads: [.notifications, .gatewayTexts, .customerKeys]),
    ]

    /// What the table says, and for a service the outsiders' topics that it reads: it passes on what lies in another key's partition.
    private static func written(by party: Party) -> [Topic] {
        Topic.all.filter { topic in
            topic.writers.contains(party) || (party.isService && topic.isWrittenByOutsiders && topic.readers.contains(party))
        }
    }

    /// What the table says; for a service the topics that it alone writes, too, by which it finds that its database was restored; and for people
    /// every topic in which nothing personal travels in clear.
    private static func read(by party: Party) -> [Topic] {
        Topic.all.filter { topic in
            topic.readers.contains(party) || (party.isService && topic.writers == [party])
                || (party == .operator && !topic.isWrittenByOutsiders)
        }
    }

    private init(_ name: String, _ party: Party, writes: [Topic], reads: [Topic]) {
        self.name = name
        self.party = party
        self.writes = writes
        self.reads = reads
    }
}
