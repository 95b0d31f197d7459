internal import CRDKafka
internal import Foundation

/// A consumer on its way out of its group, from the first word to the end of its handle.
///
/// librdkafka 2.0.2 must not be destroyed while its farewell is under way: the answer to it would never be read, and the destructor would wait
/// forever. So whoever cannot wait any longer leaves the rest to a thread of its own.
@safe final class Departure: Sendable {
    // librdkafka allows both to be used from any thread, and there is only one at a time: first the owner's, then the last one.
    private nonisolated(unsafe) let handle: OpaquePointer
    private nonisolated(unsafe) let questions: OpaquePointer

    /// Begins to leave; `nil` if the client cannot, which a fatal error is a reason for.
    init?(of handle: OpaquePointer) {
        guard let questions = unsafe rd_kafka_queue_new(handle) else { return nil }
        guard unsafe KafkaError.taking(rd_kafka_consumer_close_queue(handle, questions), context: "leave the group") == nil else {
            unsafe rd_kafka_queue_destroy(questions)
            return nil
        }
        unsafe self.handle = handle
        unsafe self.questions = questions
    }

    var isOver: Bool { unsafe rd_kafka_consumer_closed(handle) != 0 }

    /// Answers what the group asks within that time. Whether we are given partitions or robbed of them, in the end we have none.
    func answer(waitingMilliseconds: Int) {
        guard let event = unsafe Event(adopting: rd_kafka_queue_poll(questions, Int32(clamping: waitingMilliseconds))) else { return }
        if event.isRebalance { unsafe rd_kafka_assign(handle, nil) }
    }

    /// Ends the client: at once if the group let it go, else on a thread of its own when it has.
    ///
    /// - Parameter waker: kept until librdkafka's threads, which may write to it, are gone.
    func finish(_ waker: KafkaWaker) {
        guard !isOver else { return destroy() }
        Thread {
            while !self.isOver { self.answer(waitingMilliseconds: 100) }
            self.destroy()
            withExtendedLifetime(waker) {}
        }.start()
    }

    private func destroy() {
        unsafe rd_kafka_queue_destroy(questions)
        unsafe rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
    }
}
