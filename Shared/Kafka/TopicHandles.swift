internal import CRDKafka

/// The topics a producer writes, each looked up in its client once rather than for every message.
@safe final class TopicHandles {
    /// Held so that it outlives its topics.
    private let client: Client
    private var known: [(name: String, handle: OpaquePointer)] = unsafe []

    init(of client: Client) {
        self.client = client
    }

    deinit {
        for unsafetopic in unsafe known { unsafe rd_kafka_topic_destroy(topic.handle) }
    }

    /// The topic of that name; `nil` where librdkafka refuses the name, and says why to whoever sends to it.
    func handle(of name: String) -> OpaquePointer? {
        for unsafetopic in unsafe known where unsafe topic.name == name { return unsafe topic.handle }
        guard let handle = unsafe client.withHandle({ unsafe rd_kafka_topic_new($0, name, nil) }) else { return nil }
        unsafe known.append((name, handle))
        return unsafe handle
    }
}
