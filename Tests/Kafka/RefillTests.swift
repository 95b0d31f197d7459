import Testing

@testable import Kafka

/// librdkafka stops reading where its queue is full, and by itself looks again only a second later.
@Suite struct RefillTests {
    private static func taken(_ messages: Int, bytes: Int = 1_000) -> Refill {
        var refill = Refill()
        for _ in 0..<messages { refill.took(bytes: bytes) }
        return refill
    }

    @Test func whoHasTakenMuchAndHasLittleLeftWakesTheReadersOnce() {
        var refill = Self.taken(2_500, bytes: 10)
        #expect(refill.isDue(waiting: 1_000, limit: 500) == false, "there is enough to do")
        #expect(refill.isDue(waiting: 999, limit: 500) == true)
        #expect(refill.isDue(waiting: 999, limit: 500) == false, "they have been woken")
    }

    @Test func fewLargeMessagesFillTheQueueToo() {
        var refill = Self.taken(11, bytes: 100_000)
        #expect(refill.isDue(waiting: 0, limit: 500) == true)
    }

    @Test func whoKeepsUpWakesNobody() {
        for _ in 0..<10 {
            var refill = Self.taken(500)
            #expect(refill.isDue(waiting: 0, limit: 500) == false)
        }
        var refill = Self.taken(2_400, bytes: 10)
        #expect(refill.isDue(waiting: 0, limit: 500) == false)
        for _ in 0..<200 { refill.took(bytes: 10) }
        #expect(refill.isDue(waiting: 0, limit: 500) == false, "what came before the queue was empty does not count")
    }

    @Test(arguments: [(Int32(0x0200_02ff), false), (0x0201_01ff, false), (0x0202_00ff, true), (0x0208_00ff, true)])
    func aLibraryThatTakesTheTimeIsGivenIt(version: Int32, takesIt: Bool) {
        #expect(KafkaSettings.refilling(version: version).map(\.name) == (takesIt ? ["fetch.queue.backoff.ms"] : []))
    }
}
