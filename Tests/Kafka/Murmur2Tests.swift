import Foundation
import Kafka
import Testing

struct Murmur2Tests {
    /// The vectors that Kafka's own tests of its Java client use.
    @Test(arguments: [
        ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
        ("a-little-bit-longer-string", -1_486_304_829), ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971),
        ("abc", 479_470_107),
    ])
    func aKeyHashesAsInTheJavaClient(key: String, hash: Int32) {
        #expect(Murmur2.hash(of: key.utf8) == hash)
    }

    @Test func aNegativeHashGivesAPartitionInsideTheTopic() {
        // toPositive(-973932308) = 1173551340, and 1173551340 % 12 = 0.
        #expect(Murmur2.partition(of: "21".utf8, count: 12) == (Int32(truncatingIfNeeded: -973_932_308) & 0x7fff_ffff) % 12)
        #expect(Murmur2.partition(of: Data("abc".utf8), count: 12) == 479_470_107 % 12)
    }

    @Test func aSliceOfDataHashesLikeTheSameBytesAlone() {
        let slice = Data("xxfoobar".utf8).dropFirst(2)
        #expect(Murmur2.partition(of: slice, count: 97) == Murmur2.partition(of: "foobar".utf8, count: 97))
    }

    @Test func theEmptyKeyHasAPartitionToo() {
        #expect((0..<6).contains(Murmur2.partition(of: Data(), count: 6)))
    }
}
