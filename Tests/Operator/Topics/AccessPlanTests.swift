import Contracts
import Kafka
import Runtime
import Testing

@testable import OperatorService

/// Who may do what with the topics, before any broker is asked.
@Suite struct AccessPlanTests {
    private let plan = AccessPlan(users: [:], outsiderRate: nil)

    private func rights(of role: String) -> [KafkaAccess] { plan.rights.filter { $0.principal == "User:redress-\(role)" } }

    @Test func noFactsAreWrittenByMoreThanOneServiceAndNoneByOutsiders() {
        // Of the customers' keys each has one writer, the service that sealed by it.
        for topic in Topic.all where !topic.isWrittenByOutsiders && ![.deadLetters, .customerKeys].contains(topic) {
            let writers = TopicRole.all.filter { $0.writes.contains(topic) }.map(\.name)
            #expect(writers == topic.writers.map(\.rawValue) && writers.count == 1, "\(topic.name)")
        }
    }

    @Test func aChannelGatewayBringsComplaintsAndReadsTheirAnswersAndANotificationGatewayCarriesMessages() {
        #expect(
            rights(of: "channel-gateway") == [
                KafkaAccess(principal: "User:redress-channel-gateway", may: .write, .topic, "redress.intake"),
                KafkaAccess(principal: "User:redress-channel-gateway", may: .read, .topic, "redress.complaints"),
                KafkaAccess(principal: "User:redress-channel-gateway", may: .read, .group, "redress-channel-gateway", isPrefix: true),
            ])
        let carrier = "User:redress-notification-gateway"
        #expect(
            rights(of: "notification-gateway") == [
                KafkaAccess(principal: carrier, may: .write, .topic, "redress.notification-receipts"),
                KafkaAccess(principal: carrier, may: .read, .topic, "redress.notifications"),
                KafkaAccess(principal: carrier, may: .read, .topic, "redress.gateway-texts"),
                KafkaAccess(principal: carrier, may: .read, .topic, "redress.customer-keys"),
                KafkaAccess(principal: carrier, may: .read, .group, "redress-notification-gateway", isPrefix: true),
            ])
    }

    @Test func aDeskWritesItsCommandTopicAloneAndReadsWhereItsAnswersCome() {
        func topics(_ role: String, _ operation: KafkaAccess.Operation) -> [String] {
            rights(of: role).filter { $0.operation == operation && $0.resource == .topic }.map(\.name)
        }
        #expect(topics("handler-desk", .write) == ["redress.work-order-commands"])
        #expect(topics("handler-desk", .read) == ["redress.complaints", "redress.work-orders"])
        #expect(topics("approver", .write) == ["redress.compensation-commands"])
        #expect(topics("approver", .read) == ["redress.compensations"])
        #expect(topics("regulator-desk", .read) == ["redress.complaints"])
    }

    @Test func whoeverSendsSomethingMayReadWhereItsAnswerComes() {
        let answers: [Topic: Topic] = [
            .intake: .complaints, .workOrderCommands: .workOrders, .compensationCommands: .compensations,
            .notificationReceipts: .notifications,
        ]
        for role in TopicRole.all where !role.party.isService {
            for topic in role.writes where topic != .reports {
                #expect(answers[topic].map(role.reads.contains) == true, "\(role.name) on \(topic.name)")
            }
        }
    }

    @Test func nobodyOutsideIsGivenAKeyButWhoCarriesMessages() {
        #expect(
            TopicRole.all.filter { !$0.party.isService && $0.party != .operator && $0.reads.contains(.customerKeys) }.map(\.name)
                == ["notification-gateway"])
    }

    @Test func aServicePassesOnWhatLiesInAnotherKeysPartitionAndReadsInItsOwnGroupAlone() {
        let intake = rights(of: "intake")
        #expect(
            intake.filter { $0.operation == .write }.map(\.name) == [
                "redress.intake", "redress.complaints", "redress.customer-keys", "redress.dead-letters",
            ])
        #expect(intake.filter { $0.resource == .group }.map(\.name) == ["redress-intake"])
        #expect(intake.allSatisfy { !$0.isPrefix })
    }

    @Test func noneButIntakeAndWhoeverBringsComplaintsComesNearTheTopicWithServiceNumbersInClear() {
        let near = TopicRole.all.filter { $0.writes.contains(.intake) || $0.reads.contains(.intake) }.map(\.name)
        #expect(near == ["intake", "channel-gateway", "regulator-desk", "operator"])
        #expect(TopicRole.all.filter { $0.reads.contains(.intake) }.map(\.name) == ["intake"])
    }

    @Test func commandsNameEachRightAndEachGatewaysOwnLimit() throws {
        let users = try TopicAccessCommand.users(["channel-gateway=app", "channel-gateway=o'neill"])
        let commands = AccessCommands(bootstrapServers: "kafka:9092", plan: AccessPlan(users: users, outsiderRate: 500_000))
        let connection = "--bootstrap-server kafka:9092 --command-config admin.properties"
        #expect(
            commands.lines.contains(
                "kafka-acls.sh \(connection) --add --allow-principal User:app --operation Write --topic redress.intake"))
        #expect(
            commands.lines.contains(
                "kafka-acls.sh \(connection) --add --allow-principal User:redress-billing --operation Read --group redress-billing"
                    + " --resource-pattern-type prefixed"))
        let limit = "kafka-configs.sh \(connection) --alter --add-config producer_byte_rate=500000 --entity-type users --entity-name"
        #expect(commands.limits.prefix(2) == ["\(limit) app", "\(limit) 'o'\\''neill'"])
        #expect(!commands.limits.contains { $0.hasSuffix("redress-intake") }, "a service is not slowed down")
    }

    @Test func aRoleThatIsNoneIsToldWithThoseThereAre() {
        let fault = #expect(throws: SettingFault.self) { try TopicAccessCommand.users(["gateway=app"]) }
        #expect(fault?.description.contains("channel-gateway") == true)
    }
}
