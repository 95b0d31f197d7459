/// A word that says which half or part of the day an hour lies in.
struct PartOfDay: Hashable, Sendable {
    /// As it is written; compared whatever its case.
    let word: String
    /// The hours of the day, 0 to 23, that it can mean; never an hour and the same hour twelve later.
    let hours: ClosedRange<Int>

    /// What `a` reads: the halves as computers write them.
    static let halves = [
        PartOfDay(word: "AM", hours: 0...11), PartOfDay(word: "PM", hours: 12...23),
        PartOfDay(word: "上午", hours: 0...11), PartOfDay(word: "下午", hours: 12...23),
    ]

    /// What `aaaa` reads: also as people write them.
    static let spelledHalves =
        [PartOfDay(word: "a.m.", hours: 0...11), PartOfDay(word: "p.m.", hours: 12...23)] + halves

    /// What `B` reads: the parts of the day, a longer word before its beginning. Midnight has none: 晚上12点 is of one day or the next.
    static let parts =
        Array(halves.suffix(2)) + [
            PartOfDay(word: "凌晨", hours: 0...6), PartOfDay(word: "清晨", hours: 4...9), PartOfDay(word: "早上", hours: 4...11),
            PartOfDay(word: "早晨", hours: 4...11), PartOfDay(word: "早", hours: 4...11), PartOfDay(word: "中午", hours: 11...14),
            PartOfDay(word: "午后", hours: 12...18), PartOfDay(word: "傍晚", hours: 16...20), PartOfDay(word: "晚上", hours: 17...23),
            PartOfDay(word: "夜间", hours: 18...23), PartOfDay(word: "晚", hours: 17...23),
        ]

    /// The hour of the day that a written hour means here; `nil` where it means none: 上午 14, 晚上 12.
    ///
    /// - Parameter hour: as written, on a clock of twelve hours or of twenty-four.
    func hour(_ hour: Int) -> Int? {
        let meant = hour == 0 || hour > 12 ? [hour] : [hour % 12, hour % 12 + 12]
        return meant.first(where: hours.contains)
    }
}
