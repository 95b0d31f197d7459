/// Spans of time as people write them in settings: `250ms`, `30s`, `1h30m`, `7d`.
public enum DurationText {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Reads a span of time, or gives nil when the text is none.
    ///
    /// Units are `d`, `h`, `m`, `s` and `ms`, whole numbers of each, each at most once and from large to small; `0` needs no unit. A day is
    /// 24 hours here: calendars with holidays are a matter of the clocks.
    public static func parse(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        var rest = text[...]
        var total: Int64 = 0
        var smallest = units.startIndex
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let count = IntegerText.parse(digits).map({ Int64($0) }),
                let index = units[smallest...].firstIndex(where: { $0.name == unit })
            else { return nil }
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: units[index].milliseconds)
            let (sum, isTooMuch) = total.addingReportingOverflow(product)
            guard !isTooLarge, !isTooMuch else { return nil }
            total = sum
            smallest = index + 1
        }
        return text.isEmpty ? nil : .milliseconds(total)
    }

    /// Writes a span of time so that ``parse(_:)`` reads it back, to the millisecond; a negative one has a minus before it.
    public static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        var rest = abs(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        if rest == 0 { return "0" }
        let sign = duration < .zero ? "-" : ""
        return units.reduce(into: sign) { text, unit in
            if rest >= unit.milliseconds { text += "\(rest / unit.milliseconds)\(unit.name)" }
            rest %= unit.milliseconds
        }
    }
}

/// Whole numbers as people write them in settings: ASCII digits, with a `-` in front where the setting's range goes below zero; never a `+`.
enum IntegerText {
    /// `nil` for anything else, empty text, white space and digits of other scripts included, and for a number beyond 64 bits.
    static func parse(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(text)
    }
}
