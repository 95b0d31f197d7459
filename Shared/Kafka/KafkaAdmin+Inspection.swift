internal import CRDKafka

extension KafkaAdmin {
    /// The topics as the brokers have them, by name; internal ones too.
    public func descriptions(timeoutMilliseconds: Int = 10_000) throws(KafkaError) -> [String: TopicDescription] {
        try ClusterMetadata.readOrExplain(from: client, timeoutMilliseconds: timeoutMilliseconds).descriptions
    }

    /// The configuration of topics, by topic: each entry with its value, and whether it is the topic's own and not the brokers' default.
    ///
    /// - Throws: where the brokers do not answer, or refuse. The embedded broker never answers this request.
    public func configurations(
        of topics: [String], timeoutMilliseconds: Int = 10_000
    ) throws(KafkaError) -> [String: [String: TopicSetting]] {
        guard !topics.isEmpty else { return [:] }
        var found: [String: [String: TopicSetting]] = [:]
        let failures = unsafe try request(
            RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, "describe the topics' configuration", Deadline(milliseconds: timeoutMilliseconds),
            { handle, options, queue in unsafe Self.describe(topics, handle, options, queue) },
            failures: { event in
                let answer = event.topicConfigurations()
                found = answer.found
                return answer.failures
            })
        if let failure = failures.first { throw failure.error }
        return found
    }

    private static func describe(
        _ topics: [String], _ handle: OpaquePointer, _ options: OpaquePointer?, _ queue: OpaquePointer?
    ) -> KafkaError? {
        var asked = unsafe topics.map { unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, $0) }
        unsafe rd_kafka_DescribeConfigs(handle, &asked, asked.count, options, queue)
        unsafe rd_kafka_ConfigResource_destroy_array(&asked, asked.count)
        return nil
    }
}

/// One entry of a topic's configuration.
public struct TopicSetting: Hashable, Sendable {
    public let value: String
    /// Whether it is set for the topic, and not the brokers' default.
    public let isOwn: Bool
}

extension Event {
    /// The configurations that the answer has, and the topics of which it has none.
    fileprivate func topicConfigurations() -> (found: [String: [String: TopicSetting]], failures: [(String, KafkaError)]) {
        unsafe withPointer { event in
            var count = 0
            guard let answer = unsafe rd_kafka_event_DescribeConfigs_result(event),
                let resources = unsafe rd_kafka_DescribeConfigs_result_resources(answer, &count)
            else { return ([:], []) }
            var found: [String: [String: TopicSetting]] = [:]
            var failures: [(String, KafkaError)] = []
            for index in 0..<count {
                guard let resource = unsafe resources[index], let name = unsafe rd_kafka_ConfigResource_name(resource) else { continue }
                let topic = unsafe String(cString: name)
                if let error = unsafe KafkaError(rd_kafka_ConfigResource_error(resource), context: "describe the topic \(topic)") {
                    failures.append((topic, error))
                } else {
                    unsafe found[topic] = Self.settings(of: resource)
                }
            }
            return (found, failures)
        }
    }

    private static func settings(of resource: OpaquePointer) -> [String: TopicSetting] {
        var count = 0
        var settings: [String: TopicSetting] = [:]
        guard let entries = unsafe rd_kafka_ConfigResource_configs(resource, &count) else { return [:] }
        for index in 0..<count {
            guard let entry = unsafe entries[index], let name = unsafe rd_kafka_ConfigEntry_name(entry),
                let value = unsafe rd_kafka_ConfigEntry_value(entry)
            else { continue }
            unsafe settings[String(cString: name)] = TopicSetting(
                value: String(cString: value),
                isOwn: rd_kafka_ConfigEntry_source(entry) == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG)
        }
        return settings
    }
}
