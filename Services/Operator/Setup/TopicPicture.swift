import CommandLine
import Contracts
import Foundation
import Kafka
import Postgres
import Runtime

/// A topic as it is, against what it is to be.
struct TopicPicture: Encodable {
    /// How far a service is behind on a topic.
    struct Reader: Encodable {
        let service: String
        /// Messages it has not taken yet.
        let behind: Int64
    }

    /// One partition: what Kafka has of it, and where each service goes on.
    struct Partition: Encodable {
        let partition: Int32
        let earliest: Int64
        let end: Int64
        /// The offset that each service reads next.
        let next: [String: Int64]
    }

    let topic: String
    let isThere: Bool
    let partitions: Int
    let replication: Int
    /// Messages that Kafka still has, some of which may be tombstones or marks of transactions.
    let messages: Int64
    let readers: [Reader]
    /// What is otherwise than it is to be, in words.
    let differences: [String]
    let settings: [String: String]
    let detail: [Partition]
}

/// What is known of all topics at a moment.
struct TopicSurvey {
    let pictures: [TopicPicture]
    /// What could not be looked at, and why.
    let gaps: [String]

    /// How long the brokers have for the configuration: the embedded one never answers.
    private static let timeoutMilliseconds = 3_000

    /// Looks at the topics, and at where the services' tables say that they go on.
    ///
    /// - Throws: a `KafkaError` where no broker answers.
    init(_ arguments: Arguments) throws {
        let settings = try ServiceSettings.kafka(arguments, clientID: "redress-topics")
        let admin = try KafkaAdmin(settings)
        let there = try admin.descriptions()
        let names = Topic.all.map(\.name).filter { there[$0] != nil }
        let bounds = names.isEmpty ? [:] : try KafkaReader(settings, topics: names, from: .end).bounds()
        var gaps: [String] = []
        var configurations: [String: [String: TopicSetting]]?
        do throws(KafkaError) {
            configurations = try admin.configurations(of: names, timeoutMilliseconds: Self.timeoutMilliseconds)
        } catch {
            gaps.append("the topics' configuration: \(error)")
        }
        let lanes = Self.lanes(arguments, bounds, &gaps)
        let specifications = TopicsCommand.specifications(partitions: arguments.int("partitions") ?? Self.commonCount(there))
        pictures = specifications.map { wanted in
            Self.picture(wanted, there[wanted.name], configurations?[wanted.name], bounds, lanes)
        }
        self.gaps = gaps
    }

    /// How many partitions most of the topics have that services read together; `nil` while there is none.
    private static func commonCount(_ there: [String: TopicDescription]) -> Int? {
        let counts = Topic.all.filter { !$0.hasOwnPartitionCount }.compactMap { there[$0.name]?.partitions }
        return Dictionary(grouping: counts) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    /// Where each service goes on, service by service; a schema that cannot be read is left out and reported.
    private static func lanes(
        _ arguments: Arguments, _ bounds: [TopicPartition: Range<Int64>], _ gaps: inout [String]
    ) -> [(service: String, lanes: [RestoredLane])] {
        var found: [(service: String, lanes: [RestoredLane])] = []
        for service in OperatorDatabase.services {
            do {
                found.append((service.name, try RestoredLane.all(on: OperatorDatabase.connect(service, arguments), bounds)))
            } catch {
                gaps.append("how far \(service.name) is behind: \(FailureReport(error).text)")
            }
        }
        return found
    }

    private static func picture(
        _ wanted: TopicSpecification, _ topic: TopicDescription?, _ settings: [String: TopicSetting]?,
        _ bounds: [TopicPartition: Range<Int64>], _ lanes: [(service: String, lanes: [RestoredLane])]
    ) -> TopicPicture {
        let partitions = bounds.filter { $0.key.topic == wanted.name }.sorted { $0.key < $1.key }
        let readers = lanes.compactMap { service, lanes -> (String, [RestoredLane])? in
            let own = lanes.filter { $0.topic == wanted.name }
            return own.isEmpty ? nil : (service, own)
        }
        return TopicPicture(
            topic: wanted.name, isThere: topic != nil, partitions: topic?.partitions ?? 0, replication: topic?.replication ?? 0,
            messages: partitions.reduce(0) { $0 + Int64($1.value.count) },
            readers: readers.map { TopicPicture.Reader(service: $0, behind: $1.reduce(0) { $0 + $1.toRead }) },
            differences: differences(wanted, topic, settings),
            settings: (settings ?? [:]).filter { $0.value.isOwn || wanted.configuration[$0.key] != nil }.mapValues(\.value),
            detail: partitions.map { place, range in
                let next = readers.compactMap { service, lanes in
                    lanes.first { $0.lane.hasSuffix("/\(place.partition)") }.map { (service, $0.next) }
                }
                return TopicPicture.Partition(
                    partition: place.partition, earliest: range.lowerBound, end: range.upperBound,
                    next: Dictionary(next) { first, _ in first })
            })
    }

    private static func differences(
        _ wanted: TopicSpecification, _ topic: TopicDescription?, _ settings: [String: TopicSetting]?
    ) -> [String] {
        guard let topic else { return ["is not there; redress topics create makes it"] }
        var found: [String] = []
        if topic.partitions != wanted.partitions {
            found.append("has \(CountText.text(topic.partitions, "partition")), expected \(wanted.partitions)")
        }
        guard let settings else { return found }
        for (name, value) in wanted.configuration.sorted(by: { $0.key < $1.key }) where settings[name]?.value != value {
            found.append("\(name) is \(settings[name]?.value ?? "not set"), expected \(value)")
        }
        if wanted.configuration["cleanup.policy"] == nil, let policy = settings["cleanup.policy"]?.value, policy.contains("compact") {
            found.append("cleanup.policy is \(policy), expected delete: its messages are facts, of which each counts")
        }
        return found
    }
}
