package import Foundation

/// One recipe of `CONTRIBUTING.md`, as a newcomer follows it: what goes into which file, which commands are given, which files are touched.
package struct Recipe {
    /// A block of YAML, and where its first line says that it belongs.
    package struct Edit {
        package let file: String
        /// The line below which it is put; `nil` for the file's end.
        package let below: String?
        package let text: String
    }

    /// What a newcomer could not do, since the recipe does not say how.
    package struct Unclear: Error, CustomStringConvertible {
        package let description: String
    }

    package let title: String
    package let text: String
    private let blocks: [(language: String, code: String)]

    /// - Throws: where the document cannot be read or has no recipe of that title.
    package init(_ title: String) throws {
        let document = try String(contentsOf: Self.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
        let sections = document.components(separatedBy: "\n### ").dropFirst()
        guard let section = sections.first(where: { $0.hasPrefix(title + "\n") }) else {
            throw Unclear(description: "CONTRIBUTING.md has no recipe '\(title)'")
        }
        self.title = title
        text = section.components(separatedBy: "\n## ")[0]
        let parts = text.components(separatedBy: "```")
        blocks = stride(from: 1, to: parts.count, by: 2).map { index in
            let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
        }
    }

    /// The titles of all recipes.
    package static func titles() throws -> [String] {
        try String(contentsOf: root.appending(path: "CONTRIBUTING.md"), encoding: .utf8).components(separatedBy: "\n### ").dropFirst()
            .compactMap { $0.split(separator: "\n").first.map(String.init) }
    }

    /// The root of the repository.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The lines that are to be given at a shell, in order.
    package var commands: [String] {
        blocks.filter { $0.language == "sh" }.flatMap { $0.code.split(separator: "\n").map(String.init) }.filter { !$0.hasPrefix("#") }
    }

    /// What each block of YAML is to become. Its first line names the file and the place: `# clocks.yaml, below "clocks:"` or `# clocks.yaml, at the end`.
    package func edits() throws -> [Edit] {
        try blocks.filter { $0.language == "yaml" }.map { block in
            let lines = block.code.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let place = lines[0].dropFirst(2).split(separator: ", ", maxSplits: 1)
            guard lines.count == 2, lines[0].hasPrefix("# "), place.count == 2 else {
                throw Unclear(description: "\(title): '\(lines[0])' names no file and place")
            }
            let quoted = place[1].split(separator: "\"")
            guard place[1] == "at the end" || (quoted.count == 2 && quoted[0] == "below ") else {
                throw Unclear(description: "\(title): '\(place[1])' is no place")
            }
            return Edit(file: String(place[0]), below: quoted.count == 2 ? String(quoted[1]) : nil, text: String(lines[1]))
        }
    }

    /// Follows the recipe's blocks in a copy of a policy pack.
    ///
    /// - Throws: where a file or a place is not there.
    package func follow(inPack folder: URL) throws {
        for edit in try edits() {
            let file = folder.appending(path: edit.file)
            var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
            let added = edit.text.components(separatedBy: "\n").dropLast()
            if let below = edit.below {
                guard let index = lines.firstIndex(of: below) else {
                    throw Unclear(description: "\(title): \(edit.file) has no line '\(below)'")
                }
                lines.insert(contentsOf: added, at: index + 1)
            } else {
                lines.insert(contentsOf: added, at: lines.last == "" ? lines.count - 1 : lines.count)
            }
            try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// The files and folders that the recipe names between backticks.
    package var paths: [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            .filter { word in ["Shared/", "Services/", "Ops/", "Tests/"].contains(where: word.hasPrefix) && !word.contains(" ") }
    }
}

/// A copy of what a recipe changes, removed when it is over.
package final class ScratchCopy {
    package let folder: URL

    /// - Parameter paths: files and folders of the repository, which lie below the copy as they lie there.
    package init(of paths: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "recipe-\(UUID().uuidString)")
        for path in paths {
            let copy = folder.appending(path: path)
            try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Recipe.root.appending(path: path), to: copy)
        }
    }

    package var china: URL { folder.appending(path: "Ops/policies/china") }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("the folder \(folder.path) is left behind: \(error)")
        }
    }
}
