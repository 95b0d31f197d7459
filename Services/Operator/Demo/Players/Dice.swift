import Domain

/// Chance that can be repeated: the same complaint and the same question give the same answer in every run.
package enum Dice {
    /// A number from 0 up to, and without, `sides`.
    package static func roll(_ question: String, of key: String, sides: Int) -> Int {
        Int(hash(key + "?" + question) % UInt64(max(sides, 1)))
    }

    /// A time within the range, to the minute.
    package static func hours(_ question: String, of key: String, in range: ClosedRange<Int>) -> Duration {
        .minutes(range.lowerBound * 60 + roll(question, of: key, sides: (range.upperBound - range.lowerBound) * 60 + 1))
    }

    /// FNV-1a, its bits mixed once more, since the last ones of FNV alone are not even.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
