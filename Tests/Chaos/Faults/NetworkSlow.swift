import Embedded
import Seeded

/// The services reach the brokers and the database late and slowly.
struct NetworkSlow: Fault {
    func strike(_ ground: Ground, _ chance: inout SplitMix64) throws -> String {
        let quality = SlowLink.Quality(
            delayMilliseconds: Int64(50 + chance.below(250)), bytesPerSecond: (100 + chance.below(400)) * 1024)
        let milliseconds = 4_000 + chance.below(3_000)
        for link in ground.links { link.set(quality) }
        ground.pause(milliseconds: milliseconds)
        for link in ground.links { link.set(.good) }
        let rate = (quality.bytesPerSecond ?? 0) / 1024
        return "made the network \(quality.delayMilliseconds) ms late and \(rate) KiB/s fast for \(milliseconds) ms"
    }
}
