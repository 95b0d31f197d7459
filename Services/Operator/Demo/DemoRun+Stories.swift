import CommandLine
import Domain
import Foundation

/// The short stories, told once all has been played.
extension DemoRun {
    /// Tells each staged story; says which did not come about.
    func writeStories(of play: Play, on stage: Stage) throws -> [String] {
        let writer = StoryWriter(databaseURL: stage.database.url, times: TimeText(offset: stage.offset))
        var missing: [String] = []
        for piece in Repertoire(play.cast, courses: play.tally.courses).pieces {
            let lines = try writer.lines(of: piece)
            if lines.isEmpty { missing.append(piece.name) }
            write(piece.heading + (piece.complaint.map { ": \($0)" } ?? ""), lines)
        }
        if let digest = play.cast.digest {
            write("What a unit's staff need not know at night, in one digest in the morning (S083, S139)", Self.lines(of: digest, writer))
        } else {
            missing.append("a digest for a unit's staff")
        }
        missing += try writeReport(on: stage)
        return missing
    }

    private func write(_ heading: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        stream.write(heading + "\n" + lines.map { "  \($0)\n" }.joined() + "\n")
    }

    private static func lines(of digest: StaffDigest, _ writer: StoryWriter) -> [String] {
        let items = digest.text.split(separator: "\n").prefix(5).map { $0.count > 96 ? $0.prefix(96) + "…" : $0 }
        return [writer.times.text(digest.at).prefix(16) + "  to \(digest.unit), by \(digest.medium)", digest.title]
            + items.map { String($0) }
    }

    /// Has the month's report drawn as a page of its own, which is left behind.
    private func writeReport(on stage: Stage) throws -> [String] {
        let month = stage.firstMonth
        let page = options.report.path
        try FileManager.default.createDirectory(at: options.report.deletingLastPathComponent(), withIntermediateDirectories: true)
        let words = ["report", "--period", month, "--format", "html", "--language", "en", "--quiet", "--out", page]
        let said = try Story.output(of: stage.executable, words, environment: environment(of: stage))
        guard said.isEmpty, FileManager.default.fileExists(atPath: page) else { return ["a report, \(said)"] }
        let size = try FileManager.default.attributesOfItem(atPath: page)[.size] as? Int ?? 0
        write(
            "The report of \(month), drawn from the topics alone",
            [
                "$ redress \(words.dropLast(2).joined(separator: " "))",
                "\(page)  \(Figure.text(size)) bytes, one page that needs nothing else",
            ])
        return []
    }

    func environment(of stage: Stage) -> [String: String] {
        ProcessInfo.processInfo.environment.merging(stage.environment) { $1 }
    }
}
