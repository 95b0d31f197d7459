public import Foundation
import YAML

/// Every value that the files of a pack set, read as they stand, whatever their kind: for comparing and explaining packs.
public struct PolicyFigures: Sendable {
    /// What the head of a file says.
    public struct Head: Hashable, Sendable {
        public let version: String
        /// `2019-02-19`, or `2019-02-19 to 2020-12-31`.
        public let effective: String
    }

    /// By the files' names.
    public let heads: [String: Head]
    public let figures: [PolicyFigure]
    /// The elements of lists, each as a whole.
    let entries: [PolicyFigure]

    /// Reads all YAML files of a folder.
    ///
    /// - Throws: a `PolicyError` for a folder without any, or a file that is not YAML.
    public init(directory: URL) throws(PolicyError) {
        try PolicyFolder.check(directory)
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".yaml") }.sorted()
        } catch {
            throw PolicyError([Self.fault(directory.lastPathComponent, "cannot be read: \(error.localizedDescription)")])
        }
        guard !names.isEmpty else { throw PolicyError([Self.fault(directory.lastPathComponent, "has no policy files")]) }
        var heads: [String: Head] = [:]
        var figures: [PolicyFigure] = []
        var entries: [PolicyFigure] = []
        for name in names {
            do throws(YAMLError) {
                let root = try YAMLNode.parse(contentsOf: directory.appending(path: name))
                heads[name] = Self.head(of: root)
                var reading = FigureReading(file: name)
                reading.read(root)
                figures += reading.figures
                entries += reading.entries
            } catch {
                throw PolicyError([
                    PolicyFault(file: name, line: error.line, path: error.path, problem: error.problem.description, expected: "")
                ])
            }
        }
        for (name, root) in try Self.provinces(in: directory) {
            heads[name] = Self.head(of: root)
            var reading = FigureReading(file: name)
            reading.read(province: root)
            figures += reading.figures
            entries += reading.entries
        }
        self.heads = heads
        self.figures = figures
        self.entries = entries
    }

    /// The figures a word asks for: a key or a part of one between dots, a rule such as `S014`, or a law such as `Order 35`.
    public func figures(about word: String) -> [PolicyFigure] {
        if Citation.isRule(word) {
            return figures.filter { $0.citations.contains(.rule(word)) }
        }
        let asked = "." + word + "."
        return figures.filter { figure in
            ("." + figure.key + ".").contains(asked) || ("." + figure.overridden + ".").contains(asked)
                || figure.citations.contains(.law(word))
        }
    }

    /// The provinces' own rules, whose figures override the pack's (S174).
    private static func provinces(in directory: URL) throws(PolicyError) -> [(name: String, root: YAMLNode)] {
        var reader = PolicyReader(directory: directory)
        let names = reader.names(in: ProvinceRules.folder).map { "\(ProvinceRules.folder)/\($0)" }
        guard reader.faults.isEmpty else { throw PolicyError(reader.faults) }
        var roots: [(name: String, root: YAMLNode)] = []
        for name in names {
            do throws(YAMLError) {
                roots.append((name, try YAMLNode.parse(contentsOf: directory.appending(path: name))))
            } catch {
                throw PolicyError([
                    PolicyFault(file: name, line: error.line, path: error.path, problem: error.problem.description, expected: "")
                ])
            }
        }
        return roots
    }

    private static func head(of root: YAMLNode) -> Head {
        let from = root["effective"]?["from"]?.text ?? ""
        let until = root["effective"]?["until"]?.text.map { " to \($0)" } ?? ""
        return Head(version: root["version"]?.text ?? "", effective: from + until)
    }

    private static func fault(_ file: String, _ problem: String) -> PolicyFault {
        PolicyFault(file: file, line: nil, path: "", problem: problem, expected: "")
    }
}
