internal import CRDKafka
public import Kafka

/// librdkafka's own mock cluster in this process: real listeners on loopback that other processes can use as well.
///
/// It keeps everything in memory, at most 5 MB or 100,000 batches a partition (older ones are dropped), picks its ports, and cannot create
/// topics over the wire: name them here. A topic not named appears with four partitions when a client first asks for it.
@safe public final class MockBroker: Sendable {
    /// `host:port`, several divided by commas.
    public let bootstrapServers: String
    /// What its clients set otherwise than Apache Kafka's: it lets a question for messages wait out its time even when one comes, so that the time
    /// has to be short.
    public static let clientProperties = ["fetch.wait.max.ms": "10"]
    /// The same as the services take it from their environment.
    public static let clientEnvironment = [
        "REDRESS_KAFKA_PROPERTY": clientProperties.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
    ]
    // librdkafka takes each of the calls below from any thread: they hand an order to the cluster's own thread or take its lock.
    private nonisolated(unsafe) let handle: OpaquePointer
    private nonisolated(unsafe) let cluster: OpaquePointer

    /// - Throws: when the listeners cannot be opened or a topic is refused.
    public init(topics: [TopicSpecification] = [], brokers: Int = 1) throws(KafkaError) {
        let configuration = unsafe rd_kafka_conf_new()
        // The client that houses the cluster has nothing to say.
        unsafe rd_kafka_conf_set_log_cb(configuration, nil)
        guard let handle = unsafe rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0) else {
            unsafe rd_kafka_conf_destroy(configuration)
            throw KafkaError(code: RD_KAFKA_RESP_ERR__FAIL.rawValue, context: "open the mock cluster's client")
        }
        guard let cluster = unsafe rd_kafka_mock_cluster_new(handle, Int32(brokers)) else {
            unsafe rd_kafka_destroy(handle)
            throw KafkaError(code: RD_KAFKA_RESP_ERR__FAIL.rawValue, context: "open the mock cluster")
        }
        unsafe self.handle = handle
        unsafe self.cluster = cluster
        bootstrapServers = unsafe String(cString: rd_kafka_mock_cluster_bootstraps(cluster))
        for topic in topics { try create(topic) }
    }

    deinit {
        unsafe rd_kafka_mock_cluster_destroy(cluster)
        unsafe rd_kafka_destroy(handle)
    }

    /// Creates a topic; its configuration is ignored.
    ///
    /// - Throws: when there is one of that name already.
    public func create(_ topic: TopicSpecification) throws(KafkaError) {
        let answer = unsafe rd_kafka_mock_topic_create(cluster, topic.name, Int32(topic.partitions), Int32(topic.replication ?? 1))
        if answer != RD_KAFKA_RESP_ERR_NO_ERROR {
            throw KafkaError(code: answer.rawValue, context: "create the topic \(topic.name)")
        }
    }

    /// Cuts every connection and takes none until `comeUp`.
    public func goDown() {
        _ = unsafe rd_kafka_mock_broker_set_down(cluster, -1)
    }

    /// Takes connections again after `goDown`.
    public func comeUp() {
        _ = unsafe rd_kafka_mock_broker_set_up(cluster, -1)
    }

    /// Delays each answer of each broker.
    public func setRoundTripTime(milliseconds: Int) {
        _ = unsafe rd_kafka_mock_broker_set_rtt(cluster, -1, Int32(clamping: milliseconds))
    }

    /// Answers the next requests of that kind with these error codes, one each; -195 cuts the connection instead.
    public func failNext(_ request: Request, with codes: [Int32]) {
        let errors = codes.map { rd_kafka_resp_err_t(rawValue: $0) }
        unsafe rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, errors.count, errors)
    }

    /// The kinds of requests for which faults are of use, by their numbers in Kafka's protocol.
    public enum Request: Int16, Sendable {
        case produce = 0
        case listOffsets = 2
    }
}
