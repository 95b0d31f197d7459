/// When readers that may have filled the queue are to be woken: much was taken since they were last seen to keep up, and little is left.
///
/// librdkafka before 2.2 stops reading where the queue is at its bound, and looks again after a second.
struct Refill {
    private var messages = 0
    private var bytes = 0

    /// A quarter of what the queue holds at the most: less cannot have come from a full one.
    private static let manyMessages = 2_500
    private static let manyBytes = 1 << 20

    mutating func took(bytes: Int) {
        messages += 1
        self.bytes += bytes
    }

    /// - Parameters:
    ///   - waiting: how many events are left in the queue.
    ///   - limit: how many are taken at a time.
    mutating func isDue(waiting: Int, limit: Int) -> Bool {
        guard waiting < 2 * limit else { return false }
        let isDue = messages >= Self.manyMessages || bytes >= Self.manyBytes
        if isDue || waiting == 0 { self = Refill() }
        return isDue
    }
}
