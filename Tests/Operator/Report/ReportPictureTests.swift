import Domain
import Foundation
import Reporting
import Testing

@testable import OperatorService

/// The page as people see it: in words of their language, money in yuan, and on paper with nothing cut.
struct ReportPictureTests {
    private static let browser = ["chromium", "chromium-browser", "google-chrome"].first { path(of: $0) != nil }
    private static let canPrint = browser != nil && path(of: "pdftotext") != nil

    /// October of both provinces, with a sum that was paid.
    private static func report() throws -> Report {
        let data = Data(try Sample.view(.json).text(Sample.october()).utf8)
        var document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var report = try #require(document["report"] as? [String: Any])
        var current = try #require(report["current"] as? [String: Any])
        current["compensation"] = 4_756_046
        current["payments"] = 210
        report["current"] = current
        report["refusals"] = ["in-time": 3]
        report["missing"] = ["liability": 12]
        document["report"] = report
        let file = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID().uuidString).json")
        try JSONSerialization.data(withJSONObject: document).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try ReportCommand.uploaded(file.path)
    }

    @Test(arguments: Language.allCases)
    func moneyIsInTheMainUnitWherePeopleReadItAndAsEverWhereProgramsDo(language: Language) throws {
        for format in ReportOptions.Format.allCases {
            let text = try Sample.view(format, language).text(Self.report())
            #expect(text.contains(format == .json ? "\"value\":\"4756046\"" : "47560.46"), "\(format)")
        }
    }

    @Test func theChinesePageIsChinese() throws {
        let page = try Sample.view(.html, .chinese, drilled: ["timeliness"]).text(Self.report())
        let body = try #require(page.firstRange(of: "<body>")).upperBound
        let text = page[body...].replacing(#/<[^>]*>/#, with: " ")
        let english = text.matches(of: #/[A-Za-z]{2,}/#).map { String($0.output) }
        // Of the sample: the numbers of complaints, and a unit that no policy names.
        #expect(Set(english).subtracting(["CN", "JS", "SC", "lt", "gt", "network", "App"]).isEmpty, "\(Set(english))")
        #expect(page.contains("受理投诉量"))
        #expect(!page.contains("unconfirmed") && page.firstMatch(of: #/\bS\d{3}\b/#) == nil, "no numbers of rules")
    }

    @Test(arguments: Language.allCases)
    func theFirstCardIsHowManyWereRegistered(language: Language) throws {
        let page = try Sample.view(.html, language).text(Self.report())
        let card = try #require(page.firstMatch(of: #/<article><h3>([^<]*)<\/h3><p class="big">([^<]*)</#))
        #expect(card.output.1 == (language == .chinese ? "投诉量" : "Complaints registered"))
        #expect(card.output.2 == "4")
    }

    @Test(.enabled(if: canPrint, "no Chromium and pdftotext"), arguments: Language.allCases)
    func onPaperNothingIsCut(language: Language) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (page, paper) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
        let view = try Sample.view(.html, language)
        try Data(try view.text(Self.report()).utf8).write(to: page)
        _ = try Self.output(
            of: [
                try #require(Self.browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--user-data-dir=\(folder.path)", "--print-to-pdf=\(paper.path)", page.absoluteString,
            ])
        let text = try Self.output(of: ["pdftotext", "-layout", paper.path, "-"]).filter { !$0.isWhitespace }
        for word in [ReportNames.Word.lastYear, .changeOnYear, .formula, .definitions] {
            let shown = view.names[word].filter { !$0.isWhitespace }
            #expect(text.contains(shown), "\(shown) is not on paper")
        }
        #expect(text.contains("47560.46"))
        #expect(text.contains(language == .chinese ? "时限内答复量÷应答复量×100" : "answers-in-time÷answers-due×100"))
    }

    private static func path(of program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func output(of command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: try #require(path(of: command[0])))
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
