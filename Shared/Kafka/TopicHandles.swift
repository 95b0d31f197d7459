internal import CRDKafka

/// The topics a producer writes, each looked up in its client once rather than for every message.
final class TopicHandles {
    /// One topic of a client; it goes with the last holder.
    @safe private final class Topic {
        let name: String
        /// Held so that it outlives the topic: librdkafka takes a topic off its client's list, also at the end.
        private let client: Client
        private let handle: OpaquePointer

        init(_ name: String, of client: Client, adopting handle: OpaquePointer) {
            self.name = name
            self.client = client
            unsafe self.handle = handle
        }

        // This runs before what is held is let go of.
        deinit {
            unsafe rd_kafka_topic_destroy(handle)
        }

        var unsafeHandle: OpaquePointer { unsafe handle }
    }

    private let client: Client
    private var known: [Topic] = []

    init(of client: Client) {
        self.client = client
    }

    /// The topic of that name; `nil` where librdkafka refuses the name.
    func handle(of name: String) -> OpaquePointer? {
        for topic in known where topic.name == name { return unsafe topic.unsafeHandle }
        guard let handle = unsafe client.withHandle({ unsafe rd_kafka_topic_new($0, name, nil) }) else { return nil }
        unsafe known.append(Topic(name, of: client, adopting: handle))
        return unsafe handle
    }
}
