import Foundation

/// The words of the house: plain modern English and the field's own terms, in names as in sentences.
///
/// Wire names, metric names, flags, tables, columns and the keys of stored JSON stay as they were given out; those that break a rule are allowed
/// by name. Migrations are not looked at, since what has been applied must never change.
struct WordRule {
    enum Place {
        /// In sentences and names alike: documents, policies, scripts, comments, messages.
        case anywhere
        /// In the names of Swift code.
        case names
    }

    /// A regular expression.
    let pattern: String
    let place: Place
    /// What to write in its place.
    let instead: String

    static let all = [
        WordRule(
            #"\b[Rr]eckon(s|ed|ing|ings)?\b|(?<=[a-z])Reckon(ed|ing)?(?![a-z])"#, .anywhere,
            "calculate; a deadline has a DeadlineCalculator"),
        WordRule(
            #"\b[Hh]eed(s|ed|ing)?\b|(?<=[a-z])Heeds?(?![a-z])"#, .anywhere, "respect; `validatedAgainst:` for what a check takes in beside"
        ),
        WordRule(#"\b[Oo]bey(s|ed|ing)?\b|(?<=[a-z])Obey(s|ed)?(?![a-z])"#, .anywhere, "handle"),
        WordRule(#"\b[Aa]new\b|(?<=[a-z])Anew(?![a-z])"#, .anywhere, "again, or re-create, restart, rebuild"),
        WordRule(
            #"\b(whence|thereof|hark|nought|naught|aught|beholden|hither|thither|forthwith|lest|hitherto)\b"#, .anywhere,
            "plain modern English"),
        WordRule(#"\b([Ww]ork|[Rr]eading) rests\b"#, .anywhere, "a work order is on hold, reading pauses; only clocks rest"),
        WordRule(#"\blane's mark\b|journal-with-a-mark"#, .anywhere, "watermark"),
        WordRule(#"\bgrave(r|st)?\b|(?<=[a-z])Grave(r|st)?(?![a-z])"#, .anywhere, "severe, or majorOrMalicious of a command"),
        WordRule(#"\bis so already\b"#, .anywhere, "is already in that state"),
        WordRule(#"\bbury\b|\bburied\b"#, .names, "deadLetter"),
        WordRule(#"\bcondemned\b"#, .names, "rejectedByStore"),
        WordRule(#"\bowe\w*\("#, .names, "enqueue"),
        WordRule(#"\bforget[a-z]*[A-Z(]"#, .names, "flushWatermark, deleteRows, prune or leaveGroup: say which"),
        WordRule(#"\btell\("#, .names, "notify or emit"),
        WordRule(#"\w*[Pp]atience\w*"#, .names, "timeout; pollTimeout in the worker"),
        WordRule(#"\blookAtLanes\b"#, .names, "checkFences"),
        WordRule(#"\bstartOver\b"#, .names, "resetProducer"),
        WordRule(#"\bboundBacklog\b"#, .names, "applyBackpressure"),
        WordRule(#"\bpartings\b"#, .names, "closingEvents"),
        WordRule(#"\bstrangers\("#, .names, "unknownUnits, unknownKeys"),
        WordRule(#"\b(Line|Clock|Notice|Claim|Risk|GatewayText|StaffDigest)File\b"#, .names, "…State"),
        WordRule(
            #"\b(Dispatch|Intake|Compensation|Notice|Lane|Handler|Clock|Risk)Desk\b"#, .names,
            "a desk is people's: …Transition, AnyLaneHandler, …Scenario"),
    ]

    /// Names that have gone out or are stored, and so stay.
    static let allowed: Set<String> = ["reckonedBy"]

    /// Where the words themselves are spoken of.
    private static let exempt = ["Tests/HouseRules/Rules/WordRule.swift", "Tests/HouseRules/WordRuleTests.swift"]
    private static let endings = [".swift", ".md", ".yaml", ".yml", ".sh", ".py", ".json", ".tla", ".cfg", ".h"]

    private init(_ pattern: String, _ place: Place, _ instead: String) {
        self.pattern = pattern
        self.place = place
        self.instead = instead
    }

    func violations(in file: SourceFile) throws -> [Violation] {
        guard applies(to: file) else { return [] }
        let expression = try NSRegularExpression(pattern: pattern)
        return (place == .names ? file.codeLines : file.textLines).enumerated().compactMap { index, line in
            var line = String(line)
            for name in Self.allowed { line = line.replacingOccurrences(of: name, with: "") }
            guard let found = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) else { return nil }
            let word = Range(found.range, in: line).map { String(line[$0]) } ?? ""
            return file.violation(line: index + 1, "says \"\(word)\": write \(instead)")
        }
    }

    private func applies(to file: SourceFile) -> Bool {
        guard !Self.exempt.contains(file.path), !file.lies(in: ["Ops/data", "Ops/migrations", "LICENSE"]) else { return false }
        if place == .names { return file.isSwift }
        let isScript = file.path.hasPrefix("Ops/") && !file.path.dropFirst(4).contains { $0 == "/" || $0 == "." }
        return isScript || Self.endings.contains(where: file.path.hasSuffix)
    }
}
