import Foundation

/// Something that must not be written, where, and what to write in its place.
struct Ban {
    /// A file that may break the ban, and why.
    struct Exemption {
        let path: String
        let reason: String
    }

    let name: String
    /// A regular expression, matched against code without comments and strings.
    let pattern: String
    /// The folders where the ban holds.
    let folders: [String]
    /// Folders within them where it does not.
    var except: [String] = []
    /// What to write in its place.
    let instead: String
    var exemptions: [Exemption] = []

    /// The breaches in one file; none where the ban does not hold.
    func violations(in file: SourceFile) throws -> [Violation] {
        guard applies(to: file), !exemptions.contains(where: { $0.path == file.path }) else { return [] }
        return try matches(in: file).map { file.violation(line: $0, "\(name) is banned here: \(instead)") }
    }

    /// Exemptions that exempt nothing any more.
    func staleExemptions(in tree: SourceTree) throws -> [Violation] {
        try exemptions.compactMap { exemption in
            if let file = tree[exemption.path], try !matches(in: file).isEmpty { return nil }
            return Violation(path: exemption.path, line: nil, message: "needs no exemption from the ban on \(name); remove it")
        }
    }

    private func applies(to file: SourceFile) -> Bool {
        file.isSwift && file.lies(in: folders) && !file.lies(in: except)
    }

    private func matches(in file: SourceFile) throws -> [Int] {
        let expression = try NSRegularExpression(pattern: pattern)
        return file.codeLines.enumerated().compactMap { index, line in
            let line = String(line)
            let found = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
            return found.map { _ in index + 1 }
        }
    }
}
