/// The hours of each night in which customers are left in peace, as local time of day; they may run over midnight.
public struct QuietHours: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let from: Int
    /// Minutes since midnight, 0 to 1439; the first minute in which messages go out again.
    public let until: Int

    /// `nil` where an end is no time of day, or both are the same.
    public init?(from: Int, until: Int) {
        guard (0..<1440).contains(from), (0..<1440).contains(until), from != until else { return nil }
        self.from = from
        self.until = until
    }

    /// When a message that is ready now may go out: now, or at the end of the quiet hours.
    func earliest(at now: Instant, offset: UTCOffset) -> Instant {
        let local = now.milliseconds + Int64(offset.minutes) * 60_000
        let ofDay = Instant.floorDivide(local, by: 86_400_000).remainder
        let minute = Int(ofDay / 60_000)
        let isQuiet = from < until ? (from..<until).contains(minute) : minute >= from || minute < until
        guard isQuiet else { return now }
        let end = Int64(until) * 60_000
        return Instant(milliseconds: now.milliseconds + (end > ofDay ? end - ofDay : end - ofDay + 86_400_000))
    }
}

extension QuietHours: Decodable {
    private enum CodingKeys: String, CodingKey {
        case from
        case until
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func minutes(_ key: CodingKeys) throws -> Int {
            guard let minutes = Self.minutes(try container.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "expected a time of day such as 21:30")
            }
            return minutes
        }
        guard let hours = QuietHours(from: try minutes(.from), until: try minutes(.until)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .until, in: container, debugDescription: "expected another time of day than that of from")
        }
        self = hours
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(digits: parts[0]),
            let minutes = Int(digits: parts[1]),
            (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }
}
