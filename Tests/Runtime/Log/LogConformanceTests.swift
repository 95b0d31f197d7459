import Foundation
import Kafka
import Runtime
import Testing

/// What every message log promises the worker.
@Suite(.serialized) struct LogConformanceTests {
    @Test(arguments: LogKind.available)
    func messagesOfAKeyLieInOnePartitionInTheOrderTheyWereSentAndEachTokenIsConfirmedOnce(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }

        try member.send(world.numbers(0..<200))
        try member.run { $0.messages.count >= 200 && $0.reports.count >= 200 }

        #expect(member.reports.allSatisfy { $0.error == nil })
        #expect(member.reports.map(\.token).sorted() == (0..<200).map { UInt64($0) })
        for key in 0..<5 {
            let own = member.messages.filter { $0.key == Data("k\(key)".utf8) }
            #expect(own.map { $0.value } == stride(from: key, to: 200, by: 5).map { Data("\($0)".utf8) })
            #expect(Set(own.map(\.partition)) == [Murmur2.partition(of: Data("k\(key)".utf8), count: 3)])
        }
        for partition in 0..<Int32(3) {
            let offsets = member.messages.filter { $0.partition == partition }.map(\.offset)
            #expect(offsets == (0..<Int64(offsets.count)).map { $0 })
        }
    }

    @Test(arguments: LogKind.available)
    func aMessageSentToAPartitionLiesThereWhateverItsKeySays(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }

        try member.send((0..<Int32(3)).flatMap { world.numbers(Int($0)..<Int($0) + 1, to: $0, key: { _ in "same" }) })
        try member.run { $0.messages.count >= 3 }

        #expect((0..<Int32(3)).map(member.values(of:)) == [["0"], ["1"], ["2"]])
    }

    @Test(arguments: LogKind.available)
    func keyHeadersAndPayloadComeAsTheyWereAndNothingIsNotEmpty(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }
        let headers = [(name: "ce_id", value: Data([0, 1, 255])), (name: "again", value: Data("1".utf8)), (name: "again", value: Data())]

        try member.send([
            ProducedMessage(topic: world.topic, partition: 0, key: Data([0, 255]), value: Data([255, 0]), headers: headers),
            ProducedMessage(topic: world.topic, partition: 0, key: Data("k".utf8), value: nil),
        ])
        try member.run { $0.messages.count >= 2 }

        let first = try #require(member.messages.first)
        #expect(first.key == Data([0, 255]))
        #expect(first.value == Data([255, 0]))
        #expect(first.headers.map(\.name) == headers.map(\.name))
        #expect(first.headers.map(\.value) == headers.map { $0.value })
        #expect(member.messages.last?.value == nil)
    }

    @Test(arguments: LogKind.available)
    func anAssignmentAtOffsetsReadsFromThereAgainAndAgain(kind: LogKind) throws {
        let world = try kind.world()
        try world.write((0..<Int32(3)).flatMap { world.numbers(0..<10, to: $0) })
        let member = try LogMember(world)
        defer { member.log.close() }
        try member.run { $0.messages.count >= 30 }

        for _ in 0..<2 {
            member.discardMessages()
            try member.log.assign([
                StartPosition(world.place(0), offset: 7), StartPosition(world.place(1), offset: StartPosition.beginning),
                StartPosition(world.place(2), offset: 10),
            ])
            try member.run { $0.news(of: 0, from: 7).count >= 3 && $0.news(of: 1, from: 0).count >= 10 }
            #expect(member.news(of: 0, from: 7) == [7, 8, 9])
            #expect(member.news(of: 1, from: 0) == Array(0..<10))
            #expect(member.news(of: 2, from: 10).isEmpty)
        }
    }

    @Test(arguments: LogKind.available)
    func howeverOftenReadingStartsAgainNoMessageAfterTheStartIsPassedOver(kind: LogKind) throws {
        let world = try kind.world()
        try world.write((0..<Int32(3)).flatMap { world.numbers(0..<10, to: $0) })
        let member = try LogMember(world)
        defer { member.log.close() }

        for _ in 0..<200 {
            member.discardMessages()
            try member.log.assign((0..<Int32(3)).map { StartPosition(world.place($0), offset: 4) })
            try member.run { member in (0..<Int32(3)).allSatisfy { member.news(of: $0, from: 4).count >= 6 } }
            for partition in 0..<Int32(3) { #expect(member.news(of: partition, from: 4) == Array(4..<10)) }
        }
    }

    @Test(arguments: LogKind.available)
    func aPartitionThatIsLeftOutGivesNothingWhileTheOthersFlowUntilItIsAssignedAgain(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }
        try member.log.assign([0, 2].map { StartPosition(world.place($0), offset: 0) })

        try world.write((0..<Int32(3)).flatMap { world.numbers(0..<20, to: $0) })
        try member.run { $0.values(of: 0).count >= 20 && $0.values(of: 2).count >= 20 }
        #expect(member.values(of: 1).isEmpty)

        member.discardMessages()
        try member.log.assign((0..<Int32(3)).map { StartPosition(world.place($0), offset: 15) })
        try member.run { member in (0..<Int32(3)).allSatisfy { member.news(of: $0, from: 15).count >= 5 } }
        #expect(member.news(of: 1, from: 15) == Array(15..<20))
    }

    @Test(arguments: LogKind.available)
    func whoIsAssignedNothingStaysInTheGroupAndReadsOnWhereToldTo(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }
        try member.log.assign([])

        try world.write(world.numbers(0..<5, to: 0))
        for _ in 0..<10 { try member.step() }
        #expect(member.messages.isEmpty)
        #expect(member.owned.count == 3)

        try member.log.assign([StartPosition(world.place(0), offset: 2)])
        try member.run { $0.news(of: 0, from: 2).count >= 3 }
        #expect(member.news(of: 0, from: 2) == [2, 3, 4])
    }

    @Test(arguments: LogKind.available)
    func aTopicThatIsNotThereHasNoPartitionsAndOneThatIsHasItsNumber(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }

        #expect(try member.log.partitionCount(of: world.topic) == 3)
        #expect(try member.log.partitionCount(of: "nobody-made-this") == nil)
        #expect(member.log.isReachable())
    }

    @Test(arguments: LogKind.available)
    func theEndOfAPartitionIsTheOffsetAfterItsLastMessage(kind: LogKind) throws {
        let world = try kind.world()
        try world.write(world.numbers(0..<5, to: 2))
        let member = try LogMember(world)
        defer { member.log.close() }

        try member.run { $0.messages.count >= 5 }
        try member.run { $0.log.endOffset(of: world.place(2)) == 5 }
    }

    @Test(arguments: LogKind.available)
    func whoStartsBeyondTheEndReadsWhatThereIsAndIsToldHowMuchThatIs(kind: LogKind) throws {
        let world = try kind.world()
        try world.write(world.numbers(0..<5, to: 2))
        let member = try LogMember(world)
        defer { member.log.close() }
        try member.run { $0.messages.count >= 5 }

        member.discardMessages()
        try member.log.assign([StartPosition(world.place(2), offset: 50)])
        try member.run { $0.messages.count >= 5 }

        #expect(member.values(of: 2) == ["0", "1", "2", "3", "4"])
        #expect(try member.log.bounds(of: world.place(2)) == 0..<5)
    }

    @Test(arguments: LogKind.available)
    func theLastMessagesOfEachPartitionAreThereWhateverTheGroupHasRead(kind: LogKind) throws {
        let world = try kind.world()
        try world.write(world.numbers(0..<5, to: 0) + world.numbers(5..<6, to: 2))
        let log = try world.open()
        defer { log.close() }

        let last = try log.last(2, of: [world.topic]).map { "\($0.partition)/\($0.offset)" }

        #expect(last.sorted() == ["0/3", "0/4", "2/0"])
    }

    @Test(arguments: LogKind.available)
    func aFlushConfirmsAllThatWasSentAndAPurgeLeavesNoReportBehind(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }

        #expect(try member.log.send(world.numbers(0..<50)) == 50)
        #expect(member.log.flush(timeoutMilliseconds: 30_000).map(\.token).sorted() == (0..<50).map { UInt64($0) })

        #expect(try member.log.send(world.numbers(50..<60)) == 10)
        try member.log.purge()
        world.deliver(member.log)
        try member.send(world.numbers(60..<61))
        try member.run { !$0.reports.isEmpty }
        #expect(member.reports.map(\.token) == [60])
    }

    @Test(arguments: LogKind.available)
    func whoJoinsAgainIsGivenThePartitionsAgainAndSendsOn(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }
        try world.write(world.numbers(0..<5, to: 0))
        try member.run { $0.messages.count >= 5 }

        try member.log.rejoin()
        member.discardMessages()
        world.giveAll(to: member.log)
        try member.run { $0.messages.count >= 5 }
        try member.send(world.numbers(5..<6, to: 0))
        try member.run { $0.messages.count >= 6 && !$0.reports.isEmpty }

        #expect(member.news(of: 0, from: 0) == Array(0..<6))
    }

    @Test(arguments: LogKind.available)
    func whoUnassignsReadsNothingMoreUntilAssignedAgain(kind: LogKind) throws {
        let world = try kind.world()
        let member = try LogMember(world)
        defer { member.log.close() }
        try member.log.unassign()

        try world.write(world.numbers(0..<5, to: 0))
        for _ in 0..<10 { try member.step() }
        #expect(member.messages.isEmpty)

        try member.log.assign([StartPosition(world.place(0), offset: StartPosition.beginning)])
        try member.run { $0.messages.count >= 5 }
    }
}
