import CommandLine
import Domain

/// Writes times as people of one place read them.
struct TimeText {
    /// The option for the place.
    static let option = Option(
        "utc-offset", value: .string(placeholder: "OFFSET"), environment: "REDRESS_UTC_OFFSET", default: "+08:00",
        help: "The UTC offset of the times shown; JSON always has UTC.")

    let offset: UTCOffset

    init(offset: UTCOffset) {
        self.offset = offset
    }

    /// - Throws: a `UsageError` for an offset that is none.
    init(_ arguments: Arguments) throws(UsageError) {
        let text = arguments.string("utc-offset") ?? "+08:00"
        guard let offset = UTCOffset(text) else {
            throw UsageError(command: "redress", subject: "--utc-offset", given: text, expected: "an offset such as +08:00")
        }
        self.offset = offset
    }

    /// `2026-04-01 09:00:00`; what is finer than a second is cut off.
    func text(_ instant: Instant) -> String {
        let local = Instant(milliseconds: instant.milliseconds + Int64(offset.minutes) * 60_000)
        let letters = local.description.prefix(19)
        return letters.prefix(10) + " " + letters.suffix(8)
    }

    /// The same, and a dash for no time.
    func text(_ instant: Instant?) -> String { instant.map { text($0) as String } ?? "-" }
}
