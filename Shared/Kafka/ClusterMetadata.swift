internal import CRDKafka

/// What the brokers say of themselves.
struct ClusterMetadata {
    let brokerCount: Int
    /// The number of partitions of each topic that exists.
    var topics: [String: Int] { descriptions.mapValues(\.partitions) }
    let descriptions: [String: TopicDescription]

    /// Asks the brokers for all topics: asking for one by name could create it.
    static func read(from client: Client, timeoutMilliseconds: Int) throws(KafkaError) -> ClusterMetadata {
        let context = "ask for the cluster's topics"
        let answer: Result<ClusterMetadata, KafkaError> = unsafe client.withHandle { handle in
            var found: UnsafePointer<rd_kafka_metadata>?
            let code = unsafe rd_kafka_metadata(handle, 1, nil, &found, Int32(clamping: timeoutMilliseconds))
            if let error = KafkaError(code, context: context) { return .failure(error) }
            guard let metadata = unsafe found else {
                return .failure(KafkaError(code: RD_KAFKA_RESP_ERR__FAIL.rawValue, context: context))
            }
            defer { unsafe rd_kafka_metadata_destroy(metadata) }
            return unsafe .success(ClusterMetadata(copying: metadata.pointee))
        }
        return try answer.get()
    }

    /// As ``read(from:timeoutMilliseconds:)``, for clients whose events nobody has begun to read: where the brokers refuse the client, or the
    /// client the brokers, that is thrown at once, and not after a while that time ran out.
    static func readOrExplain(from client: Client, timeoutMilliseconds: Int) throws(KafkaError) -> ClusterMetadata {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        while true {
            do throws(KafkaError) {
                return try read(from: client, timeoutMilliseconds: min(deadline.remainingMilliseconds, 1_000))
            } catch {
                while let event = client.nextEvent() {
                    guard event.type == RD_KAFKA_EVENT_ERROR, let told = event.error(context: error.context) else { continue }
                    if told.isRefusal || told.mentionsProtocol { throw told }
                }
                if deadline.hasPassed || !error.isRetriable { throw error }
            }
        }
    }

    private init(copying metadata: rd_kafka_metadata) {
        brokerCount = unsafe Int(metadata.broker_cnt)
        var descriptions: [String: TopicDescription] = [:]
        for index in unsafe 0..<Int(metadata.topic_cnt) {
            let topic = unsafe metadata.topics[index]
            guard unsafe topic.err == RD_KAFKA_RESP_ERR_NO_ERROR else { continue }
            let name = unsafe String(cString: topic.topic)
            let copies = unsafe (0..<Int(topic.partition_cnt)).map { unsafe Int(topic.partitions[$0].replica_cnt) }
            descriptions[name] = TopicDescription(name: name, partitions: copies.count, replication: copies.min() ?? 0)
        }
        self.descriptions = descriptions
    }
}
