import Contracts
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// That Apache Kafka holds everybody to the table: each role tries every topic.
@Suite(.serialized, .enabled(if: GuardedBroker.home != nil, "needs an Apache Kafka: set KAFKA_HOME")) struct BrokerRightsTests {
    /// Sends one message to a topic; `nil` where the broker took it.
    ///
    /// Each has a producer of its own: one that is refused for good sends nothing more.
    private func write(_ topic: Topic, as role: TopicRole) throws -> KafkaError? {
        let producer = try KafkaProducer(GuardedBroker.settings(of: role.userName))
        do throws(KafkaError) {
            try producer.produce([ProducedMessage(topic: topic.name, key: Data("key".utf8), value: Data("value".utf8))])
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: TopicRole.all.map(\.name))
    func aRoleWritesTheTopicsItMayAndIsRefusedOnAllOthers(name: String) throws {
        let role = try #require(TopicRole.named(name))
        for topic in Topic.all {
            let outcome = try write(topic, as: role)
            if role.writes.contains(topic) {
                #expect(outcome == nil, "\(name) may write \(topic.name)")
            } else {
                #expect(outcome?.isRefusal == true, "\(name) may not write \(topic.name): \(outcome.map { "\($0)" } ?? "it did")")
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
