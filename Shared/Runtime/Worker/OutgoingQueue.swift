import Kafka

/// What has been stored and is on its way: offered to the producer in order, then matched with its confirmations.
struct OutgoingQueue {
    private var offers: [ProducedMessage] = []
    private var next = 0
    /// What was offered and is not confirmed, by token from `firstToken` on: tokens are given in turn, and confirmed nearly so.
    private var inFlight: [(lane: LaneID, position: Int64)?] = []
    private var firstToken: UInt64 = 1
    /// How many at the front are confirmed, and dropped once they are many.
    private var confirmedInFront = 0

    var isEmpty: Bool { next == offers.count }

    /// The messages to offer, oldest first.
    var pending: [ProducedMessage] { next == 0 ? offers : Array(offers[next...]) }

    mutating func append(_ row: JournalRow, message: (UInt64) -> ProducedMessage) {
        let token = firstToken + UInt64(inFlight.count)
        inFlight.append((row.lane, row.position))
        offers.append(message(token))
    }

    /// The producer took so many.
    mutating func accepted(_ count: Int) {
        next += count
        if next == offers.count {
            offers.removeAll(keepingCapacity: true)
            next = 0
        }
    }

    /// The row of a message that is confirmed; `nil` for one that is no more on its way.
    mutating func confirmed(_ token: UInt64) -> (lane: LaneID, position: Int64)? {
        guard token >= firstToken, token - firstToken < UInt64(inFlight.count) else { return nil }
        let place = Int(token - firstToken)
        guard let row = inFlight[place] else { return nil }
        inFlight[place] = nil
        while confirmedInFront < inFlight.count, inFlight[confirmedInFront] == nil { confirmedInFront += 1 }
        if confirmedInFront == inFlight.count || confirmedInFront >= 4_096 { dropConfirmed() }
        return row
    }

    private mutating func dropConfirmed() {
        inFlight.removeFirst(confirmedInFront)
        firstToken += UInt64(confirmedInFront)
        confirmedInFront = 0
    }

    /// Drops all: the lanes are taken again, which enqueues it again.
    mutating func clear() {
        offers.removeAll()
        next = 0
        firstToken += UInt64(inFlight.count)
        inFlight.removeAll()
        confirmedInFront = 0
    }
}
