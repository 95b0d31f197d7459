import Embedded
import Files
import Foundation

/// A release's policy pack with one clock of one threshold, and nothing abnormal or a risk: each complaint gets exactly one alert.
struct OneClockPolicies {
    private let folder: TemporaryDirectory

    /// The time until the threshold: longer than a month, so that a clock that is due in a month has begun already.
    private static let clocks = """
        clocks:
          - name: first-contact
            calendar: china
            startsOn: received
            stopsOn: [archived]
            allowance: {value: {elapsed: 60d}, source: unconfirmed}
            thresholds: {value: [{at: 100, step: 1}], source: unconfirmed}

        """

    init(of pack: URL) throws {
        folder = try TemporaryDirectory(named: "bench-policies")
        try FileManager.default.copyItem(at: pack, to: url)
        for (file, list, text) in [
            ("clocks", "clocks", Self.clocks), ("abnormal", "signs", "signs: []\n"), ("risk", "risks", "risks: []\n"),
        ] {
            let place = url.appending(path: "\(file).yaml")
            try LocalFile.write(Self.replacing(list, in: try LocalFile.text(place), by: text), to: place.path)
        }
    }

    var url: URL { URL(filePath: folder.appending("pack")) }

    /// The text up to the line that begins the list, and from there on another list. A file keeps what it says of its version and the like.
    static func replacing(_ list: String, in text: String, by replacement: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { !$0.hasPrefix("\(list):") }.joined(separator: "\n") + "\n" + replacement
    }
}
