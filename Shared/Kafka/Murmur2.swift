public import Foundation

/// The hash by which Kafka's Java client, and so most of the world, places a key.
public enum Murmur2 {
    /// The partition of a key among `count`: `(murmur2(key) & 0x7fffffff) % count`. `count` is at least 1.
    public static func partition(of key: Data, count: Int) -> Int32 {
        unsafe key.withUnsafeBytes { unsafe partition(hash: hash(of: $0), count: count) }
    }

    /// The partition of a key among `count`. `count` is at least 1.
    public static func partition(of key: some Sequence<UInt8>, count: Int) -> Int32 {
        partition(hash: hash(of: key), count: count)
    }

    /// The hash itself, as Java gives it.
    public static func hash(of key: some Sequence<UInt8>) -> Int32 {
        let bytes = ContiguousArray(key)
        return unsafe bytes.withUnsafeBytes { unsafe hash(of: $0) }
    }

    private static func partition(hash: Int32, count: Int) -> Int32 {
        precondition(count >= 1, "a topic has at least one partition")
        return Int32((hash & 0x7fff_ffff) % Int32(count))
    }

    /// Austin Appleby's MurmurHash2, 32 bits, with the seed that Kafka chose.
    private static func hash(of bytes: UnsafeRawBufferPointer) -> Int32 {
        let multiplier: UInt32 = 0x5bd1_e995
        var hash: UInt32 = 0x9747_b28c ^ UInt32(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 4 <= bytes.count {
            var word = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)) &* multiplier
            word ^= word >> 24
            hash = (hash &* multiplier) ^ (word &* multiplier)
            index += 4
        }
        if index < bytes.count {
            for position in (index..<bytes.count).reversed() {
                hash ^= unsafe UInt32(bytes[position]) << (8 * UInt32(position - index))
            }
            hash = hash &* multiplier
        }
        hash ^= hash >> 13
        hash = hash &* multiplier
        hash ^= hash >> 15
        return Int32(bitPattern: hash)
    }
}
