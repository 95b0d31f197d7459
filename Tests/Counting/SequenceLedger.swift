import Contracts
import Foundation
import Kafka

/// The sequences of all keys, as an independent reader sees them who reads everything from the beginning.
package struct SequenceLedger {
    /// What must never happen: a gap or another order, one number for two events, a key in two partitions.
    package private(set) var breaches: [String] = []
    /// How many events came once more, as they may after a crash.
    package private(set) var repetitions = 0
    /// A digest of each event's data, in the order of the sequence, by topic and key.
    private var digests: [String: [UInt64]] = [:]
    /// Facts without a sequence, by topic and id.
    private var unnumbered: Set<String> = []

    package init() {}

    /// Whether the fact is seen for the first time: a key's sequence rises by one, and what comes again is the same.
    package mutating func isNews(_ fact: PublishedFact, partitions: Int) -> Bool {
        if fact.message.partition != Murmur2.partition(of: Data(fact.key.utf8), count: partitions) {
            breaches.append("\(fact.name) lies in partition \(fact.message.partition)")
        }
        guard let sequence = fact.event.sequence else {
            return unnumbered.insert("\(fact.topic) \(fact.event.id)").inserted
        }
        let line = "\(fact.topic) \(fact.key)"
        let count = digests[line]?.count ?? 0
        let digest = Self.digest(of: fact.event.data)
        if sequence <= Int64(count) {
            repetitions += 1
            if sequence < 1 || digests[line]?[Int(sequence) - 1] != digest { breaches.append("\(fact.name) came again with other data") }
            return false
        }
        if sequence > Int64(count) + 1 { breaches.append("\(fact.name) came after \(count)") }
        digests[line, default: []].append(digest)
        return true
    }

    /// FNV-1a.
    private static func digest(of data: Data) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
