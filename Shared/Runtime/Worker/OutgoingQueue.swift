import Kafka

/// What has been stored and is on its way: offered to the producer in order, then matched with its confirmations.
struct OutgoingQueue {
    private var offers: [ProducedMessage] = []
    private var next = 0
    private var inFlight: [UInt64: (lane: LaneID, position: Int64)] = [:]
    private var lastToken: UInt64 = 0

    var isEmpty: Bool { next == offers.count }

    /// The messages to offer, oldest first.
    var pending: ArraySlice<ProducedMessage> { offers[next...] }

    mutating func append(_ row: JournalRow, message: (UInt64) -> ProducedMessage) {
        lastToken += 1
        inFlight[lastToken] = (row.lane, row.position)
        offers.append(message(lastToken))
    }

    /// The producer took so many.
    mutating func accepted(_ count: Int) {
        next += count
        if next == offers.count {
            offers.removeAll(keepingCapacity: true)
            next = 0
        }
    }

    mutating func confirmed(_ token: UInt64) -> (lane: LaneID, position: Int64)? {
        inFlight.removeValue(forKey: token)
    }

    /// Drops all: the lanes are taken again, which enqueues it again.
    mutating func clear() {
        offers.removeAll()
        next = 0
        inFlight.removeAll()
    }
}
