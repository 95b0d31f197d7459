internal import CRDKafka
internal import Foundation

/// An idempotent producer with what it has told so far; it can be replaced by a fresh one.
final class Producer {
    private let settings: KafkaSettings
    private let isGapless: Bool
    private let waker: KafkaWaker
    private var client: Client
    private var topics: TopicHandles
    /// Messages queued or in flight, whose report has not been read.
    private(set) var outstanding = 0
    private var reports: [DeliveryReport] = []
    private var events: [ConsumerEvent] = []

    init(_ settings: KafkaSettings, isGapless: Bool, waker: KafkaWaker) throws(KafkaError) {
        self.settings = settings
        self.isGapless = isGapless
        self.waker = waker
        client = try Self.client(settings, isGapless: isGapless, waker: waker)
        topics = TopicHandles(of: client)
    }

    private static func client(_ settings: KafkaSettings, isGapless: Bool, waker: KafkaWaker) throws(KafkaError) -> Client {
        try Client(
            .producer, properties: settings.producerProperties(isGapless: isGapless), security: settings.security, waker: waker)
    }

    func send(_ messages: [ProducedMessage]) -> [SendFailure] {
        for (index, message) in messages.enumerated() {
            guard let error = enqueue(message) else {
                outstanding += 1
                continue
            }
            return messages[index...].enumerated().map { behind, message in
                SendFailure(token: message.token, error: error, wasRefused: behind == 0)
            }
        }
        return []
    }

    /// Reads everything that the client has to tell at this moment.
    func drain() {
        while let event = client.nextEvent() {
            switch event.type {
            case RD_KAFKA_EVENT_DR:
                unsafe event.forEachMessage { message in
                    unsafe reports.append(DeliveryReport(copying: message.pointee))
                    outstanding -= 1
                }
            default:
                guard let told = ConsumerEvent(event, context: "producer") else { continue }
                if case .error(let error) = told, error.isFatal {
                    events.append(.producerFailed(error))
                } else {
                    events.append(told)
                }
            }
        }
    }

    func takeReports() -> [DeliveryReport] {
        defer { reports.removeAll() }
        return reports
    }

    func takeEvents() -> [ConsumerEvent] {
        defer { events.removeAll() }
        return events
    }

    func flush(deadline: Deadline) -> Bool {
        // With no time to wait this only ends the lingering: the batches that are being filled go out now.
        if outstanding > 0 { unsafe client.withHandle { _ = unsafe rd_kafka_flush($0, 0) } }
        while true {
            drain()
            if outstanding == 0 { return true }
            if deadline.hasPassed { return false }
            waker.sleep(milliseconds: deadline.remainingMilliseconds)
        }
    }

    /// Replaces the client. The old one is emptied first, since its end would else wait for brokers.
    func rebuild() throws(KafkaError) {
        unsafe client.withHandle { _ = unsafe rd_kafka_purge($0, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT) }
        client = try Self.client(settings, isGapless: isGapless, waker: waker)
        topics = TopicHandles(of: client)
        outstanding = 0
        reports.removeAll()
        events.removeAll()
    }

    private func enqueue(_ message: ProducedMessage) -> KafkaError? {
        let headers = unsafe Self.headers(of: message)
        let error = unsafe client.withHandle { handle in
            unsafe withBytes(of: message.key) { key in
                unsafe withBytes(of: message.value) { value in
                    unsafe produce(handle, message, key, value, headers)
                }
            }
        }
        // The queue owns the headers only if it took the message.
        if error != nil, let headers = unsafe headers { unsafe rd_kafka_headers_destroy(headers) }
        return error
    }

    private func produce(
        _ handle: OpaquePointer, _ message: ProducedMessage, _ key: UnsafeRawBufferPointer?, _ value: UnsafeRawBufferPointer?,
        _ headers: OpaquePointer?
    ) -> KafkaError? {
        guard let topic = unsafe topics.handle(of: message.topic) else {
            return KafkaError(code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, context: "send to the topic '\(message.topic)'")
        }
        return unsafe produce(handle, to: topic, message, key, value, headers)
    }

    private func produce(
        _ handle: OpaquePointer, to topic: OpaquePointer, _ message: ProducedMessage, _ key: UnsafeRawBufferPointer?,
        _ value: UnsafeRawBufferPointer?, _ headers: OpaquePointer?
    ) -> KafkaError? {
        unsafe withUnsafeTemporaryAllocation(of: rd_kafka_vu_t.self, capacity: 7) { arguments in
            var count = 0
            func add(_ type: rd_kafka_vtype_t, _ set: (inout rd_kafka_vu_t) -> Void) {
                var argument = unsafe rd_kafka_vu_t()
                unsafe argument.vtype = type
                unsafe set(&argument)
                unsafe arguments.initializeElement(at: count, to: argument)
                count += 1
            }
            unsafe add(RD_KAFKA_VTYPE_RKT) { unsafe $0.u.rkt = topic }
            unsafe add(RD_KAFKA_VTYPE_PARTITION) { unsafe $0.u.i32 = message.partition ?? RD_KAFKA_PARTITION_UA }
            unsafe add(RD_KAFKA_VTYPE_MSGFLAGS) { unsafe $0.u.i = RD_KAFKA_MSG_F_COPY }
            unsafe add(RD_KAFKA_VTYPE_OPAQUE) { unsafe $0.u.ptr = UnsafeMutableRawPointer(bitPattern: UInt(message.token)) }
            if let key = unsafe key {
                unsafe add(RD_KAFKA_VTYPE_KEY) {
                    unsafe ($0.u.mem.ptr, $0.u.mem.size) = (UnsafeMutableRawPointer(mutating: key.baseAddress), key.count)
                }
            }
            if let value = unsafe value {
                unsafe add(RD_KAFKA_VTYPE_VALUE) {
                    unsafe ($0.u.mem.ptr, $0.u.mem.size) = (UnsafeMutableRawPointer(mutating: value.baseAddress), value.count)
                }
            }
            if let headers = unsafe headers {
                unsafe add(RD_KAFKA_VTYPE_HEADERS) { unsafe $0.u.headers = headers }
            }
            return unsafe KafkaError.taking(
                rd_kafka_produceva(handle, UnsafePointer(arguments.baseAddress), count), context: "send to \(message.topic)")
        }
    }

    private static func headers(of message: ProducedMessage) -> OpaquePointer? {
        guard !message.headers.isEmpty, let list = unsafe rd_kafka_headers_new(message.headers.count) else { return nil }
        message.headers.forEachField { name, value in
            unsafe name.withUnsafeBytes { name in
                // It refuses only a read-only list, which this is not. An empty value is another than null, and has a place.
                guard let value else {
                    _ = unsafe rd_kafka_header_add(list, name.baseAddress, name.count, nil, 0)
                    return
                }
                unsafe value.withUnsafeBytes { bytes in
                    _ = unsafe rd_kafka_header_add(list, name.baseAddress, name.count, bytes.baseAddress ?? name.baseAddress, bytes.count)
                }
            }
        }
        return unsafe list
    }
}

extension DeliveryReport {
    init(copying message: rd_kafka_message_t) {
        unsafe self.init(
            token: UInt64(UInt(bitPattern: message._private)), partition: message.partition, offset: message.offset,
            error: message.err == RD_KAFKA_RESP_ERR_NO_ERROR
                ? nil : KafkaError(message.err, context: "deliver to \(String(cString: rd_kafka_topic_name(message.rkt)))"))
    }
}

/// Lends the bytes of some data: `nil` for none, and for empty data a place with no bytes, since Kafka tells the two apart by the pointer.
private func withBytes<Result>(of data: Data?, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
    guard let data else { return body(nil) }
    guard !data.isEmpty else {
        return unsafe withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { place in
            unsafe body(UnsafeRawBufferPointer(start: place.baseAddress, count: 0))
        }
    }
    return unsafe data.withUnsafeBytes { unsafe body($0) }
}
