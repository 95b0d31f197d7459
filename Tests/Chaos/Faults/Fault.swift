import Seeded

/// Something that goes wrong under load, and is mended again.
protocol Fault {
    /// Breaks something, lets it be broken for a while, and mends it.
    ///
    /// - Returns: what was done, in a few words.
    /// - Throws: where it could not be broken or mended.
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String
}
