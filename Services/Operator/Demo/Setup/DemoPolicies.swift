import Foundation

/// The policy pack as it is, but with more time for receipts.
///
/// Half an hour, which is what a gateway may take to say whether a message arrived, is a blink at the demo's speed: every message would be
/// sent again before the answer to the first had crossed the broker. All figures of the complaints' own deadlines stay. And units have quiet
/// hours, as an operator may choose, so that a night's digest can be seen.
enum DemoPolicies {
    /// What stands in for the times in the pack; the letter's seven days are left.
    static let receiptTimeout = "5d"

    /// Copies the pack into a folder that is not there yet.
    ///
    /// - Throws: where a file cannot be read or written.
    static func copy(_ pack: URL, to folder: URL) throws {
        try FileManager.default.copyItem(at: pack, to: folder)
        let file = folder.appending(path: "notification.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(withQuietNights(withReceiptTimeout(text)).utf8).write(to: file)
    }

    /// The text of `notification.yaml` with the customers' quiet hours for units' digests too, where it has none of its own.
    static func withQuietNights(_ text: String) -> String {
        guard !text.contains("\n  quietHours:") else { return text }
        return text.replacing(
            "\ndigest:\n", with: "\ndigest:\n  quietHours: {value: {from: \"21:00\", until: \"08:00\"}, source: the demo's}\n")
    }

    /// The text of `notification.yaml` with each receipt's minutes and hours replaced.
    static func withReceiptTimeout(_ text: String) -> String {
        text.replacing(#/(receiptTimeout:\s*\{value:\s*)\d+[hms]/#) { "\($0.output.1)\(receiptTimeout)" }
    }
}
