/// How many messages a customer has had on one day.
///
/// A complaint counts for itself: whoever complains again of a line with an open complaint urges that one (S058), so a customer rarely has two.
struct DailyCount: Hashable, Sendable {
    /// Days since 1 January 1970, where the policy's clocks stand.
    var day: Int64
    var count: Int

    /// In one number, the count its last three digits.
    var stored: Int64 { day * 1000 + Int64(min(count, 999)) }

    init(day: Int64, count: Int) {
        self.day = day
        self.count = count
    }

    init(stored: Int64) {
        day = stored / 1000
        count = Int(stored % 1000)
    }
}
