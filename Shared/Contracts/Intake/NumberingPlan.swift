/// Telephone numbers as China's numbering plan has them: which digits are whose, and the one spelling of each.
///
/// The plan is the ministry's 电信网编号计划 (2017): mobile numbers, numbers of things, fixed lines behind their area code, 400 and 800, short codes.
enum NumberingPlan {
    /// What one kind of number looks like, without country code and trunk zero.
    private struct Kind {
        /// The first digits, any of them.
        let prefixes: [String]
        let lengths: ClosedRange<Int>
        /// Whether the zero before it is dialled at home, so that it belongs to the spelling.
        var hasTrunkZero = false
        /// Whether it is long enough to be known by itself, also behind a bare `86`.
        var isUnmistakable = true
    }

    /// In the order of judgement: of two kinds that take a number, the first is meant.
    private static let kinds = [
        Kind(prefixes: (3...9).map { "1\($0)" }, lengths: 11...11),
        // Of things: a plan of their own, two digits longer.
        Kind(prefixes: ["10", "14"], lengths: 13...13),
        Kind(prefixes: ["400", "800"], lengths: 10...10),
        // Beijing and the areas of two digits have eight digits behind, all others seven or eight.
        Kind(prefixes: ["10"] + (0...9).map { "2\($0)" }, lengths: 10...10, hasTrunkZero: true),
        Kind(prefixes: (3...9).map { "\($0)" }, lengths: 10...11, hasTrunkZero: true),
        Kind(prefixes: ["95", "96"], lengths: 5...9, isUnmistakable: false),
        Kind(prefixes: ["106"], lengths: 6...20, isUnmistakable: false),
        Kind(prefixes: ["1"], lengths: 3...8, isUnmistakable: false),
    ]

    /// The country code.
    private static let china = "86"

    /// The one spelling of a number: as it is dialled at home in China, abroad `+` and the country code.
    ///
    /// - Parameters:
    ///   - digits: ASCII digits alone.
    ///   - isInternational: whether a `+` stands before them.
    /// - Returns: `nil` where the number is none of the plan and of no country's form; it may be one all the same, as local numbers without area are.
    static func spelling(of digits: String, isInternational: Bool) -> String? {
        if digits.hasPrefix("00") { return spelling(of: String(digits.drop { $0 == "0" }), isInternational: true) }
        if isInternational {
            return digits.hasPrefix(china) ? home(digits.dropFirst(china.count)) : isForeign(digits) ? "+" + digits : nil
        }
        if let known = domestic(digits[...]) { return known }
        return digits.hasPrefix(china) ? home(digits.dropFirst(china.count), onlyUnmistakable: true) : nil
    }

    /// A number behind China's country code, where the trunk zero stands or does not.
    private static func home(_ digits: Substring, onlyUnmistakable: Bool = false) -> String? {
        let national = digits.first == "0" ? digits.dropFirst() : digits
        guard let kind = kind(of: national), kind.isUnmistakable || !onlyUnmistakable else { return nil }
        guard digits.first != "0" || kind.isUnmistakable else { return nil }
        return (kind.hasTrunkZero ? "0" : "") + national
    }

    /// A number as it is dialled at home: of a fixed line with the trunk zero, since without it nobody knows the area.
    private static func domestic(_ digits: Substring) -> String? {
        let isTrunk = digits.first == "0"
        let national = isTrunk ? digits.dropFirst() : digits
        guard let kind = kind(of: national), !kind.hasTrunkZero || isTrunk, kind.isUnmistakable || !isTrunk else { return nil }
        return (kind.hasTrunkZero ? "0" : "") + national
    }

    private static func kind(of national: Substring) -> Kind? {
        kinds.first { kind in kind.lengths.contains(national.utf8.count) && kind.prefixes.contains(where: national.hasPrefix) }
    }

    /// E.164: a country code does not begin with 0, and all has 7 to 15 digits.
    private static func isForeign(_ digits: String) -> Bool { digits.first != "0" && (7...15).contains(digits.utf8.count) }
}
