import CommandLine
import Contracts
import Domain
import Foundation
import Postgres
import Runtime

/// One run of the demo from the file to the last word.
struct DemoRun {
    let options: DemoOptions
    private let flag: StopFlag
    let stream: StandardStream
    private let began = Date()

    /// With `--keep`, ten minutes in a second: slow enough to watch a complaint of one's own, fast enough to see a deadline come.
    private static let keptSpeed = 600

    init(_ options: DemoOptions, _ flag: StopFlag) {
        self.options = options
        self.flag = flag
        stream = options.isJSON ? .errors : .output
    }

    func run() throws -> ExitCode {
        let schedule = try Schedule(data: options.data, mapping: options.mapping)
        say("\(Figure.text(schedule.count)) complaints of \(options.data.lastPathComponent)")
        let endings = Endings()
        let result = Result { try perform(schedule, endings) }
        say("ending the services and the servers")
        for fault in endings.run() { say("could not be ended: \(fault)") }
        return try result.get()
    }

    private func perform(_ schedule: Schedule, _ endings: Endings) throws -> ExitCode {
        let stage = try Stage(options, flag, endings) { say($0) }
        var view = DemoView(stream, speed: options.speed)
        var play = try Play(schedule, on: stage, cast: Cast(morning: stage.morning))
        try play.run(stage.fleet, &view, flag)
        let counts = DemoSummary(play.tally)
        var verdict = try judge(play.tally, schedule, on: stage)
        verdict.add(try playEncore(after: &play, schedule, &view, on: stage))
        let complaint = Story.choice(from: play.tally.courses)
        for name in try writeStories(of: play, on: stage) { stream.write("left out, since it did not happen: \(name)\n\n") }
        if let complaint { try writeStory(of: complaint, on: stage) }
        stream.write(verdict.text)
        try sayHowToTryMore(complaint, on: stage)
        if options.isJSON { try JSONOutput.write(counts) }
        if options.isKept { flag.wait() }
        return verdict.isGood ? .ok : .negative
    }

    /// Has a customer come back and another appeal; says what went wrong with that.
    private func playEncore(
        after play: inout Play, _ schedule: Schedule, _ view: inout DemoView, on stage: Stage
    ) throws -> [String] {
        let settled = try schedule.settled(by: play.tally, guard: stage.personalDataGuard())
        let now = stage.clock.now()
        let encore = Encore(on: settled, at: now, appealedOn: now.day(at: stage.offset))
        guard encore.count > 0 else { return [] }
        say("one customer of the file complains again, another appeals; they are counted apart")
        play.extend(by: encore)
        try play.run(stage.fleet, &view, flag)
        return play.tally[.deadLetters] > 0 ? ["dead letters of the staged stories: \(play.tally[.deadLetters])"] : []
    }

    private func judge(_ tally: Tally, _ schedule: Schedule, on stage: Stage) throws -> Verdict {
        let lines = try schedule.lineTokens(by: stage.personalDataGuard())
        let connection = try PostgresConnection(stage.database.url, applicationName: "redress-demo")
        return Verdict(lines: lines, tally: tally, ledger: try Ledger(connection), refusedRows: schedule.refused.count)
    }

    private func sayHowToTryMore(_ complaint: ComplaintNumber?, on stage: Stage) throws {
        guard options.isKept else { return stream.write(FurtherTries.afterTheEnd) }
        try stage.setSpeed(Self.keptSpeed, flag)
        let tries = FurtherTries(
            speed: Self.keptSpeed, environmentFile: try stage.writeEnvironment(), complaint: complaint, ports: stage.fleet.ports,
            logs: stage.logs)
        stream.write(tries.text)
    }

    private func writeStory(of complaint: ComplaintNumber, on stage: Stage) throws {
        let environment = environment(of: stage)
        for verb in ["show", "explain"] {
            stream.write("$ redress \(verb) \(complaint)\n")
            stream.write(try Story.output(of: stage.executable, [verb, complaint.rawValue], environment: environment) + "\n")
        }
    }

    private func say(_ text: String) {
        stream.write("demo: \(text) (\(Int(Date().timeIntervalSince(began))) s)\n")
    }
}

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
