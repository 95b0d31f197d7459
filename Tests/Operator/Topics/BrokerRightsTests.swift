import Contracts
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// That Apache Kafka holds everybody to the table: each role tries every topic.
@Suite(.serialized, .enabled(if: GuardedBroker.home != nil, "needs an Apache Kafka: set KAFKA_HOME")) struct BrokerRightsTests {
    /// Sends one message to each topic over one connection; gives what became of each.
    private func write(as role: TopicRole) throws -> [String: KafkaError?] {
        let link = try KafkaLink(GuardedBroker.settings(of: role.userName), group: role.consumerGroup, topics: [Topic.alerts.name])
        var outcomes: [String: KafkaError?] = [:]
        for (token, topic) in Topic.all.enumerated() {
            let message = ProducedMessage(topic: topic.name, key: Data("key".utf8), value: Data("value".utf8), token: UInt64(token))
            if let refused = link.send([message] as [ProducedMessage]).first as SendFailure? { outcomes[topic.name] = .some(refused.error) }
        }
        let deadline = ContinuousClock.now + .seconds(20)
        while outcomes.count < Topic.all.count, ContinuousClock.now < deadline {
            let poll = link.poll(limit: 10, timeoutMilliseconds: 200) as (events: [ConsumerEvent], reports: [DeliveryReport])
            for report in poll.reports { outcomes[Topic.all[Int(report.token)].name] = .some(report.error) }
            for case .producerFailed(let error) in poll.events {
                for topic in Topic.all where outcomes[topic.name] == nil { outcomes[topic.name] = .some(error) }
            }
        }
        link.close()
        return outcomes
    }

    @Test(arguments: TopicRole.all.map(\.name))
    func aRoleWritesTheTopicsItMayAndIsRefusedOnAllOthers(name: String) throws {
        let role = try #require(TopicRole.named(name))
        let outcomes = try write(as: role)
        for topic in Topic.all {
            let outcome = try #require(outcomes[topic.name], "\(name) heard nothing of \(topic.name)")
            if role.writes.contains(topic) {
                #expect(outcome == nil, "\(name) may write \(topic.name)")
            } else {
                // Whoever may write no topic at all is refused as a producer, and what it still held is thrown away.
                #expect(
                    outcome?.isRefusal == true || (role.writes.isEmpty && (outcome?.name == "_FATAL" || outcome?.isPurged == true)),
                    "\(name) may not write \(topic.name): \(outcome.map { "\($0)" } ?? "it did")")
            }
        }
    }

    @Test(arguments: TopicRole.all.map(\.name))
    func aRoleReadsTheTopicsItMayAndSeesNoOtherThanItWrites(name: String) throws {
        let role = try #require(TopicRole.named(name))
        let settings = try GuardedBroker.settings(of: role.userName)
        let seen = try KafkaAdmin(settings).topics().keys.filter { $0.hasPrefix("redress.") }
        #expect(Set(seen) == Set((role.writes + role.reads).map(\.name)))
        if !role.reads.isEmpty {
            let reader = try KafkaReader(settings, topics: role.reads.map(\.name), from: .beginning)
            #expect(throws: Never.self) { try reader.readToEnd(timeoutMilliseconds: 20_000) }
        }
        for topic in role.writes where !role.reads.contains(topic) {
            let reader = try KafkaReader(settings, topics: [topic.name], from: .beginning)
            let error = #expect(throws: KafkaError.self, "\(name) may not read \(topic.name)") {
                try reader.readToEnd(timeoutMilliseconds: 10_000)
            }
            #expect(error?.name == "TOPIC_AUTHORIZATION_FAILED")
        }
    }

    @Test func aServiceCannotReadInAnothersGroup() throws {
        let link = try KafkaLink(
            GuardedBroker.settings(of: "redress-compensation"), group: "redress-dispatch", topics: [Topic.complaints.name])
        var refusal: KafkaError?
        let deadline = ContinuousClock.now + .seconds(20)
        while refusal == nil, ContinuousClock.now < deadline {
            let poll = link.poll(limit: 10, timeoutMilliseconds: 500) as (events: [ConsumerEvent], reports: [DeliveryReport])
            for case .error(let error) in poll.events { refusal = error }
        }
        #expect(refusal?.name == "GROUP_AUTHORIZATION_FAILED")
        link.close()
    }
}
