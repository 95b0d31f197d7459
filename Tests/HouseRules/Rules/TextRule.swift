import Foundation

/// Rules for the words of any file: documents, scripts, manifests.
enum TextRule {
    /// A document has exactly one title, so that a link to it means one thing.
    static func titleViolations(in file: SourceFile) -> [Violation] {
        var isFenced = false
        let titles = file.textLines.filter { line in
            if line.hasPrefix("```") { isFenced.toggle() }
            return !isFenced && line.hasPrefix("# ")
        }
        guard titles.count != 1 else { return [] }
        return [file.violation(line: nil, "has \(titles.count) titles; a document has one line that begins with '# ', outside code fences")]
    }

    /// A link of a document leads to a file or folder of the tree.
    static func linkViolations(in file: SourceFile, of tree: SourceTree) throws -> [Violation] {
        let pattern = try NSRegularExpression(pattern: #"\]\(([^)#\s:]+)[)#]"#)
        let folder = file.path.split(separator: "/").dropLast()
        return file.textLines.enumerated().flatMap { index, line -> [Violation] in
            let line = String(line)
            let links = pattern.matches(in: line, range: NSRange(line.startIndex..., in: line)).compactMap {
                Range($0.range(at: 1), in: line).map { String(line[$0]) }
            }
            return links.filter { !tree.contains(resolve($0, from: folder)) }
                .map { file.violation(line: index + 1, "links to \($0), which is not in the tree") }
        }
    }

    private static func resolve(_ link: String, from folder: some Sequence<Substring>) -> String {
        link.split(separator: "/").reduce(into: Array(folder)) { parts, part in
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }.joined(separator: "/")
    }

    /// A path of one machine means nothing on another.
    static func machinePathViolations(in file: SourceFile) throws -> [Violation] {
        let pattern = try NSRegularExpression(pattern: #"(?<![\w.}$])/(work|home|Users|root|mnt)/|\blocalhost\.localdomain\b"#)
        return file.textLines.enumerated().compactMap { index, line in
            let line = String(line)
            guard pattern.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) != nil else { return nil }
            return file.violation(line: index + 1, "names a path of one machine: take it from a setting, or relative to the root")
        }
    }

    /// What lies beside a clone belongs to one place alone: the script that continuous integration runs.
    static func neighbourViolations(in file: SourceFile) -> [Violation] {
        guard file.path != ".ci/run" else { return [] }
        let neighbour = "../" + "shared/"
        return file.textLines.enumerated().compactMap { index, line in
            guard line.contains(neighbour) else { return nil }
            return file.violation(line: index + 1, "names what lies beside the clone: read KAFKA_HOME or TLA2TOOLS_JAR, which .ci/run sets")
        }
    }

    /// A merge that was not finished.
    static func mergeViolations(in file: SourceFile) -> [Violation] {
        let marks = ["<", ">"].map { String(repeating: $0, count: 7) + " " }
        return file.textLines.enumerated().compactMap { index, line in
            guard marks.contains(where: line.hasPrefix) else { return nil }
            return file.violation(line: index + 1, "marks a conflict of a merge: decide it and remove the mark")
        }
    }

    /// The package stands on the toolchain and on C libraries of the system alone.
    static func dependencyViolations(in manifest: SourceFile) -> [Violation] {
        manifest.codeLines.enumerated().compactMap { index, line in
            guard line.contains(".package(") else { return nil }
            return manifest.violation(
                line: index + 1, "no third-party Swift packages: use the toolchain, or wrap a C library of the system")
        }
    }
}
