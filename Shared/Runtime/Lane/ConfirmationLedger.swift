/// Which journal rows of a lane the broker has confirmed: a watermark, and the confirmed ones above it that came out of order.
struct ConfirmationLedger {
    /// All rows up to this position are confirmed.
    private(set) var watermark: Int64
    private var ahead: Set<Int64> = []

    init(watermark: Int64) {
        self.watermark = watermark
    }

    mutating func confirm(_ position: Int64) {
        guard position > watermark else { return }
        guard position == watermark + 1 else {
            ahead.insert(position)
            return
        }
        watermark = position
        while !ahead.isEmpty, ahead.remove(watermark + 1) != nil { watermark += 1 }
    }
}
