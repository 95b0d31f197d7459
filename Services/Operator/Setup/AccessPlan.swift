import Contracts
import Kafka

/// The rights at the brokers that an operation needs, role by role, and how much those outside may send.
struct AccessPlan {
    /// One role with the user names that have it.
    struct Holder {
        let role: TopicRole
        let users: [String]
    }

    let holders: [Holder]
    /// Bytes a second that one user from outside may send to one broker; `nil` sets no limit.
    let outsiderRate: Int?

    /// - Parameter users: user names by role; a role that is not among them has the one it has by default.
    init(users: [String: [String]], outsiderRate: Int?) {
        holders = TopicRole.all.map { Holder(role: $0, users: users[$0.name] ?? [$0.userName]) }
        self.outsiderRate = outsiderRate
    }

    /// Every right, in the order of the roles.
    var rights: [KafkaAccess] { holders.flatMap { holder in holder.users.flatMap { Self.rights(of: holder.role, user: $0) } } }

    /// The users whose sending is limited: those outside that write, each for itself.
    var limitedUsers: [String] {
        outsiderRate == nil ? [] : holders.filter { !$0.role.party.isService && !$0.role.writes.isEmpty }.flatMap(\.users)
    }

    private static func rights(of role: TopicRole, user: String) -> [KafkaAccess] {
        let principal = "User:\(user)"
        let topics =
            role.writes.map { KafkaAccess(principal: principal, may: .write, .topic, $0.name) }
            + role.reads.map { KafkaAccess(principal: principal, may: .read, .topic, $0.name) }
        guard !role.reads.isEmpty else { return topics }
        // A service has one group. Others may read several times over, each reader under a name of its own.
        let isService = role.party.isService
        return topics + [
            KafkaAccess(
                principal: principal, may: .read, .group, isService ? role.consumerGroup : user, isPrefix: !isService)
        ]
    }
}
