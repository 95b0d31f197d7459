internal import CRDKafka
import Dispatch

/// One `rd_kafka_t` and the queue on which it tells everything: messages, reports, rebalances, errors, log lines.
///
/// librdkafka promises that the handle may be used from any thread; the classes above keep it to one all the same. There is no C callback:
/// what happens is an event on the queue, and a write to the waker's descriptor says that the queue is empty no longer.
@safe final class Client {
    enum Kind { case consumer, producer }

    private let handle: OpaquePointer
    private let queue: OpaquePointer
    /// Held so that the descriptor outlives librdkafka's threads, which write to it.
    private let waker: KafkaWaker
    private let credentials: KafkaCredentials?
    /// Set once the client has begun to leave its group.
    private var leaving: Departure?

    /// - Parameter properties: set in order, so that a later one wins; a user name and a password come before all.
    init(
        _ kind: Kind, properties: [(name: String, value: String)], security: KafkaSecurity?, waker: KafkaWaker
    ) throws(KafkaError) {
        credentials = try KafkaCredentials(security)
        let login = credentials.map { [(name: "sasl.username", value: $0.userName), (name: "sasl.password", value: $0.password)] } ?? []
        unsafe handle = try Self.makeHandle(kind, properties: login + properties)
        self.waker = waker
        switch kind {
        case .consumer:
            // One queue to serve: the general one is forwarded to the consumer's. Neither call can fail on a consumer with a group.id.
            unsafe rd_kafka_poll_set_consumer(handle)
            unsafe queue = rd_kafka_queue_get_consumer(handle)
        case .producer:
            unsafe queue = rd_kafka_queue_get_main(handle)
        }
        // This cannot fail either once `log.queue` is set.
        unsafe rd_kafka_set_log_queue(handle, queue)
        unsafe Self.enableWake(queue, waker)
    }

    /// Ends the client without leaving the group and without waiting for anything; `KafkaLink.close` does both before.
    deinit {
        unsafe rd_kafka_queue_io_event_enable(queue, -1, nil, 0)
        unsafe rd_kafka_queue_destroy(queue)
        if let leaving {
            leaving.finish(waker)
        } else {
            unsafe rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        }
    }

    /// The next event, or `nil` if there is none at this moment.
    func nextEvent() -> Event? {
        if let event = unsafe Event(adopting: rd_kafka_queue_poll(queue, 0)) { return event }
        renewPassword()
        return nil
    }

    /// Passes a changed password on; it counts from the next connection, and connections that are there go on.
    private func renewPassword() {
        guard let credentials, let password = credentials.takeChange() else { return }
        // It refuses only a client that proves itself in another way, which one with credentials does not.
        _ = unsafe KafkaError.taking(
            rd_kafka_sasl_set_credentials(handle, credentials.userName, password), context: "renew the password")
    }

    /// Lends the handle to one call.
    func withHandle<Result, Failure: Error>(_ body: (OpaquePointer) throws(Failure) -> Result) throws(Failure) -> Result {
        unsafe try body(handle)
    }

    /// The fatal error that the client has met, with its own code and words; `nil` while it works.
    var fatalError: KafkaError? {
        var words = [CChar](repeating: 0, count: 512)
        let code = unsafe rd_kafka_fatal_error(handle, &words, words.count)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        return KafkaError(code: code.rawValue, message: Self.text(words), isFatal: true, context: "consumer")
    }

    /// Leaves the group, answering what the group still asks, and waits until that is done or time is up.
    ///
    /// After that nothing but the end of the client makes sense. A client that has met a fatal error cannot leave in good order.
    func leaveGroup(deadline: Deadline) {
        guard leaving == nil, let departure = unsafe Departure(of: handle) else { return }
        leaving = departure
        while !departure.isOver, !deadline.hasPassed {
            departure.answer(waitingMilliseconds: min(deadline.remainingMilliseconds, 20))
        }
    }

    private static func enableWake(_ queue: OpaquePointer, _ waker: KafkaWaker) {
        // An eventfd takes eight bytes in the machine's own order; librdkafka keeps a copy of them.
        var one: UInt64 = 1
        unsafe rd_kafka_queue_io_event_enable(queue, waker.descriptor, &one, MemoryLayout<UInt64>.size)
    }

    private static func makeHandle(_ kind: Kind, properties: [(name: String, value: String)]) throws(KafkaError) -> OpaquePointer {
        guard let configuration = unsafe rd_kafka_conf_new() else {
            throw KafkaError(code: RD_KAFKA_RESP_ERR__FAIL.rawValue, context: "configure a client")
        }
        var reason = [CChar](repeating: 0, count: 512)
        for (name, value) in properties {
            guard unsafe rd_kafka_conf_set(configuration, name, value, &reason, reason.count) == RD_KAFKA_CONF_OK else {
                unsafe rd_kafka_conf_destroy(configuration)
                throw KafkaError(
                    code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: text(reason), context: "set the Kafka property '\(name)'")
            }
        }
        let events = RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_FETCH | RD_KAFKA_EVENT_LOG | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_REBALANCE
        unsafe rd_kafka_conf_set_events(configuration, events)
        let type = kind == .consumer ? RD_KAFKA_CONSUMER : RD_KAFKA_PRODUCER
        guard let handle = unsafe rd_kafka_new(type, configuration, &reason, reason.count) else {
            // The configuration is still ours when no client was made of it.
            unsafe rd_kafka_conf_destroy(configuration)
            throw KafkaError(
                code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: text(reason), isFatal: true, context: "open a Kafka client")
        }
        return unsafe handle
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension Client {
    /// How many events wait in the queue.
    var waiting: Int { unsafe Int(rd_kafka_queue_length(queue)) }

    /// The partitions that it reads.
    private var assignment: [TopicPartition] {
        var assigned: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
        guard unsafe rd_kafka_assignment(handle, &assigned) == RD_KAFKA_RESP_ERR_NO_ERROR, let list = unsafe assigned else { return [] }
        return unsafe PartitionList(unsafeAdopting: list).contents(context: "list what is read").map(\.0)
    }

    /// Has the threads that read from the brokers look again at what may be read.
    ///
    /// One that has filled the queue to its bound looks again after a second, or when anything else is asked of it: so it is asked where the
    /// partitions end, and the answer is not waited for.
    func wakeReaders() {
        do {
            _ = try offsets(of: assignment, at: KafkaOffset.end, Deadline(milliseconds: 1))
        } catch {
            // No answer in that time, as is expected; whatever else it is, reading will tell.
        }
    }

    /// Where partitions begin and end now. The end is looked up rather than left to the first fetch, which may come after a write that the caller
    /// has every right to see.
    ///
    /// `rd_kafka_query_watermark_offsets` would ask for each partition by itself, and waits as long as a broker that has taken the question leaves it
    /// unanswered, whatever time it was given.
    func bounds(of places: [TopicPartition], _ deadline: Deadline) throws(KafkaError) -> [TopicPartition: Range<Int64>] {
        let first = try offsets(of: places, at: KafkaOffset.beginning, deadline)
        return try offsets(of: places, at: KafkaOffset.end, deadline).reduce(into: [:]) { bounds, end in
            let low = first[end.key] ?? end.value
            bounds[end.key] = low..<max(low, end.value)
        }
    }

    /// The first message of each partition that is not older (milliseconds since 1970), or its beginning or end.
    ///
    /// A topic that is new, or whose leader has just changed, is asked for again until the deadline.
    func offsets(
        of places: [TopicPartition], at moment: Int64, _ deadline: Deadline
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        while true {
            do throws(KafkaError) {
                return try offsetsNow(of: places, at: moment, deadline)
            } catch {
                guard error.isRetriable, !deadline.hasPassed else { throw error }
                // Nobody signals: the wait is the pause in which the library looks for the leader.
                _ = DispatchSemaphore(value: 0).wait(
                    timeout: .now() + .milliseconds(min(deadline.remainingMilliseconds, Self.retryMilliseconds)))
            }
        }
    }

    private static let retryMilliseconds = 100

    private func offsetsNow(
        of places: [TopicPartition], at moment: Int64, _ deadline: Deadline
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        guard !places.isEmpty else { return [:] }
        let context = "look up offsets"
        let list = PartitionList(places.map { ($0, offset: moment) })
        let answer = unsafe withHandle { handle in
            unsafe list.withPointer { unsafe rd_kafka_offsets_for_times(handle, $0, Int32(clamping: deadline.remainingMilliseconds)) }
        }
        if let error = KafkaError(answer, context: context) { throw error }
        var offsets: [TopicPartition: Int64] = [:]
        for (place, offset, error) in list.contents(context: context) {
            if let error { throw error }
            offsets[place] = offset
        }
        return offsets
    }
}

/// The librdkafka that this process runs with, which need not be the one it was built with.
public enum KafkaLibrary {
    /// Such as `2.0.2`.
    public static var version: String { unsafe String(cString: rd_kafka_version_str()) }

    /// Whether Apache Kafka 4 and later accept its SCRAM.
    ///
    /// Before 2.6.1 it repeated its own nonce in the last message, and brokers since 4.0 hold it to RFC 5802 and refuse the right password, too.
    public static var provesScram: Bool { number >= 0x0206_01_00 }

    /// Its version as a number, `0x020002ff` for 2.0.2.
    static var number: Int32 { rd_kafka_version() }
}
