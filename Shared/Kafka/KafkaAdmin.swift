internal import CRDKafka

/// Creates, lists and deletes topics. Owned by one thread.
public final class KafkaAdmin {
    let client: Client
    private let waker: KafkaWaker

    /// - Throws: an error naming the property that librdkafka refuses.
    public init(_ settings: KafkaSettings) throws(KafkaError) {
        waker = try KafkaWaker()
        client = try Client(.producer, properties: settings.producerProperties(isGapless: false), security: settings.security, waker: waker)
    }

    /// The topics with their numbers of partitions, internal ones too.
    public func topics(timeoutMilliseconds: Int = 10_000) throws(KafkaError) -> [String: Int] {
        try ClusterMetadata.readOrExplain(from: client, timeoutMilliseconds: timeoutMilliseconds).topics
    }

    /// How many brokers there are at this moment.
    public func brokerCount(timeoutMilliseconds: Int = 10_000) throws(KafkaError) -> Int {
        try ClusterMetadata.readOrExplain(from: client, timeoutMilliseconds: timeoutMilliseconds).brokerCount
    }

    /// Creates the topics that are not there yet, and waits until clients can see them.
    ///
    /// - Returns: the names of those it created.
    /// - Throws: when one of them is there with another number of partitions (name, found and expected are said), or the brokers refuse. The
    ///   embedded broker never answers this request, so that time runs out: it makes its topics when it starts.
    @discardableResult
    public func createTopics(_ topics: [TopicSpecification], timeoutMilliseconds: Int = 30_000) throws(KafkaError) -> [String] {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        let missing = try missing(of: topics, timeoutMilliseconds: timeoutMilliseconds)
        guard !missing.isEmpty else { return [] }
        let answer = unsafe try request(
            RD_KAFKA_ADMIN_OP_CREATETOPICS, "create topics", deadline,
            { handle, options, queue in unsafe Self.create(missing, handle, options, queue) },
            failures: { event in event.topicFailures(context: "create topics") })
        for (topic, error) in answer where error.code != RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS.rawValue {
            throw KafkaError(code: error.code, message: error.message, context: "create the topic \(topic)")
        }
        // A broker answers before every broker knows. Others may have created one at the same moment, so counts are checked again.
        while try !self.missing(of: topics, timeoutMilliseconds: deadline.remainingMilliseconds).isEmpty {
            if deadline.hasPassed { throw KafkaError(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, context: "wait for new topics") }
            waker.sleep(milliseconds: 50)
        }
        return missing.map(\.name)
    }

    /// Deletes topics and waits until clients see them no more; one that is not there is fine.
    public func deleteTopics(_ names: [String], timeoutMilliseconds: Int = 30_000) throws(KafkaError) {
        guard !names.isEmpty else { return }
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        let answer = unsafe try request(
            RD_KAFKA_ADMIN_OP_DELETETOPICS, "delete topics", deadline,
            { handle, options, queue in
                var doomed = unsafe names.map { unsafe rd_kafka_DeleteTopic_new($0) }
                unsafe rd_kafka_DeleteTopics(handle, &doomed, doomed.count, options, queue)
                unsafe rd_kafka_DeleteTopic_destroy_array(&doomed, doomed.count)
                return nil
            },
            failures: { event in event.topicFailures(context: "delete topics") })
        for (topic, error) in answer where !error.isUnknownTopic {
            throw KafkaError(code: error.code, message: error.message, context: "delete the topic \(topic)")
        }
        while try topics(timeoutMilliseconds: deadline.remainingMilliseconds).keys.contains(where: names.contains) {
            if deadline.hasPassed { throw KafkaError(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, context: "wait for topics to go") }
            waker.sleep(milliseconds: 50)
        }
    }

    private func missing(of topics: [TopicSpecification], timeoutMilliseconds: Int) throws(KafkaError) -> [TopicSpecification] {
        let present = try self.topics(timeoutMilliseconds: timeoutMilliseconds)
        for topic in topics {
            guard let found = present[topic.name], found > 0, found != topic.partitions else { continue }
            throw KafkaError(
                code: RD_KAFKA_RESP_ERR_INVALID_PARTITIONS.rawValue,
                message: """
                    the topic \(topic.name) has \(found) partitions, expected \(topic.partitions); a topic's partitions cannot be made fewer, and \
                    more of them would part what a key has in order
                    """,
                context: "check topics")
        }
        return topics.filter { present[$0.name, default: 0] == 0 }
    }

    /// Sends one administrative request and waits for its answer.
    ///
    /// - Returns: what ``failures`` finds in the answer: the topics for which it failed.
    func request(
        _ operation: rd_kafka_admin_op_t, _ context: String, _ deadline: Deadline,
        _ send: (_ handle: OpaquePointer, _ options: OpaquePointer?, _ queue: OpaquePointer?) -> KafkaError?,
        failures: (borrowing Event) -> [(String, KafkaError)]
    ) throws(KafkaError) -> [(topic: String, error: KafkaError)] {
        let answer: Result<[(topic: String, error: KafkaError)], KafkaError> = unsafe client.withHandle { handle in
            let queue = unsafe rd_kafka_queue_new(handle)
            defer { unsafe rd_kafka_queue_destroy(queue) }
            let options = unsafe rd_kafka_AdminOptions_new(handle, operation)
            defer { unsafe rd_kafka_AdminOptions_destroy(options) }
            var reason = [CChar](repeating: 0, count: 256)
            let limit = Int32(clamping: deadline.remainingMilliseconds)
            unsafe rd_kafka_AdminOptions_set_request_timeout(options, limit, &reason, reason.count)
            if let error = unsafe send(handle, options, queue) { return .failure(error) }
            guard let event = unsafe Event(adopting: rd_kafka_queue_poll(queue, limit)) else {
                return .failure(KafkaError(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, context: context))
            }
            if let error = event.error(context: context) { return .failure(error) }
            return .success(failures(event))
        }
        return try answer.get()
    }

    private static func create(
        _ topics: [TopicSpecification], _ handle: OpaquePointer, _ options: OpaquePointer?, _ queue: OpaquePointer?
    ) -> KafkaError? {
        var wanted: [OpaquePointer?] = unsafe []
        defer { unsafe rd_kafka_NewTopic_destroy_array(&wanted, wanted.count) }
        for topic in topics {
            var reason = [CChar](repeating: 0, count: 256)
            let (partitions, replication) = (Int32(clamping: topic.partitions), Int32(clamping: topic.replication ?? -1))
            guard let new = unsafe rd_kafka_NewTopic_new(topic.name, partitions, replication, &reason, reason.count) else {
                return KafkaError(
                    code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: "its name or its number of partitions is not allowed",
                    context: "create the topic \(topic.name)")
            }
            unsafe wanted.append(new)
            for (name, value) in topic.configuration { unsafe rd_kafka_NewTopic_set_config(new, name, value) }
        }
        unsafe rd_kafka_CreateTopics(handle, &wanted, wanted.count, options, queue)
        return nil
    }
}

extension Event {
    /// The topics that the answer to a creation or a deletion says have failed.
    fileprivate func topicFailures(context: String) -> [(topic: String, error: KafkaError)] {
        unsafe withPointer { event in
            var count = 0
            let results =
                unsafe rd_kafka_event_CreateTopics_result(event).flatMap { unsafe rd_kafka_CreateTopics_result_topics($0, &count) }
                ?? rd_kafka_event_DeleteTopics_result(event).flatMap { unsafe rd_kafka_DeleteTopics_result_topics($0, &count) }
            guard let results = unsafe results else { return [] }
            return (0..<count).compactMap { index in
                guard let result = unsafe results[index], let name = unsafe rd_kafka_topic_result_name(result) else { return nil }
                let code = unsafe rd_kafka_topic_result_error(result)
                guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
                let message = unsafe rd_kafka_topic_result_error_string(result).map { unsafe String(cString: $0) }
                return unsafe (String(cString: name), KafkaError(code: code.rawValue, message: message, context: context))
            }
        }
    }
}

/// A topic as the brokers have it.
public struct TopicDescription: Hashable, Sendable {
    public let name: String
    public let partitions: Int
    /// The fewest copies that a partition of it has.
    public let replication: Int
}

/// A topic as it shall be.
public struct TopicSpecification: Hashable, Sendable {
    public let name: String
    /// At least 1.
    public let partitions: Int
    /// How many copies; `nil` leaves it to the brokers' default.
    public let replication: Int?
    /// Topic properties such as `retention.ms` or `cleanup.policy`.
    public let configuration: [String: String]

    public init(name: String, partitions: Int, replication: Int? = nil, configuration: [String: String] = [:]) {
        self.name = name
        self.partitions = partitions
        self.replication = replication
        self.configuration = configuration
    }
}

extension KafkaAdmin {
    /// Gives rights, from any host; one that is there already stays as it is. Takes none away.
    ///
    /// - Throws: the first right that is refused, or that the brokers keep no rights: `SECURITY_DISABLED`.
    public func grant(_ rights: [KafkaAccess], timeoutMilliseconds: Int = 30_000) throws(KafkaError) {
        guard !rights.isEmpty else { return }
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        let failures = unsafe try request(
            RD_KAFKA_ADMIN_OP_CREATEACLS, "give rights", deadline,
            { handle, options, queue in unsafe Self.create(rights, handle, options, queue) },
            failures: { event in event.refusedRights() })
        guard let (number, error) = failures.first else { return }
        let right = rights[Int(number) ?? 0]
        throw KafkaError(
            code: error.code, message: error.message,
            context: "let \(right.principal) \(right.operation.rawValue) the \(right.resource.rawValue) \(right.name)")
    }

    private static func create(
        _ rights: [KafkaAccess], _ handle: OpaquePointer, _ options: OpaquePointer?, _ queue: OpaquePointer?
    ) -> KafkaError? {
        var wanted: [OpaquePointer?] = unsafe []
        defer { unsafe rd_kafka_AclBinding_destroy_array(&wanted, wanted.count) }
        for right in rights {
            var reason = [CChar](repeating: 0, count: 256)
            let binding = unsafe rd_kafka_AclBinding_new(
                right.resource == .topic ? RD_KAFKA_RESOURCE_TOPIC : RD_KAFKA_RESOURCE_GROUP, right.name,
                right.isPrefix ? RD_KAFKA_RESOURCE_PATTERN_PREFIXED : RD_KAFKA_RESOURCE_PATTERN_LITERAL, right.principal, "*",
                right.operation == .read ? RD_KAFKA_ACL_OPERATION_READ : RD_KAFKA_ACL_OPERATION_WRITE,
                RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW, &reason, reason.count)
            guard let binding = unsafe binding else {
                return KafkaError(
                    code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: "its principal or its name is not allowed",
                    context: "give \(right.principal) a right to \(right.name)")
            }
            unsafe wanted.append(binding)
        }
        unsafe rd_kafka_CreateAcls(handle, &wanted, wanted.count, options, queue)
        return nil
    }
}

extension Event {
    /// The rights that the answer says were refused, by their place in the request.
    fileprivate func refusedRights() -> [(String, KafkaError)] {
        unsafe withPointer { event in
            var count = 0
            guard let answer = unsafe rd_kafka_event_CreateAcls_result(event),
                let results = unsafe rd_kafka_CreateAcls_result_acls(answer, &count)
            else { return [] }
            return (0..<count).compactMap { index in
                guard let result = unsafe results[index], let error = unsafe rd_kafka_acl_result_error(result) else { return nil }
                return unsafe (
                    "\(index)",
                    KafkaError(
                        code: rd_kafka_error_code(error).rawValue, message: String(cString: rd_kafka_error_string(error)),
                        context: "give rights")
                )
            }
        }
    }
}

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
