import Domain
import Foundation

/// Reads the files of one folder and collects every fault on the way.
struct PolicyReader {
    private let directory: URL
    /// What stands before a file's name in a fault, such as `earlier/2019.1/`.
    private let prefix: String
    private(set) var faults: [PolicyFault] = []
    /// The first file that was read; the others must be of its version.
    private var first: (name: String, version: PolicyVersion)?

    init(directory: URL, prefix: String = "") {
        self.directory = directory
        self.prefix = prefix
    }

    /// Whether the folder has such a file.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: directory.appending(path: name).path) }

    /// Reads a file; `nil`, and a fault noted, where it cannot be.
    mutating func read<Policy: PolicyDocument>(_ type: Policy.Type, _ name: String) -> PolicyFile<Policy>? {
        let file: PolicyFile<Policy>
        do {
            file = try PolicyFile(type, named: name, in: directory)
        } catch {
            note([error])
            return nil
        }
        if let first, first.version != file.policy.version {
            let fault = Fault(field: "version", problem: "is not that of \(first.name)", expected: first.version.rawValue)
            note([file.tree.placed(fault)])
        }
        first = first ?? (name, file.policy.version)
        return file
    }

    /// Reads a file whose version is held against the others' elsewhere; `nil`, and a fault noted, where it cannot be read.
    mutating func readApart<Policy: PolicyDocument>(_ type: Policy.Type, _ name: String) -> PolicyFile<Policy>? {
        do {
            return try PolicyFile(type, named: name, in: directory)
        } catch {
            note([error])
            return nil
        }
    }

    /// The policy files of a folder within this one, in order; none where it is not there.
    mutating func names(in folder: String) -> [String] {
        let path = directory.appending(path: folder).path
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }.sorted()
        } catch {
            note([
                PolicyFault(file: folder, line: nil, path: "", problem: "cannot be read: \(error.localizedDescription)", expected: "")
            ])
            return []
        }
    }

    /// Notes faults, each in the file that has the most of its path; the first of them where several have.
    mutating func place(_ found: [Fault], in trees: [PolicyTree?]) {
        let known = trees.compactMap(\.self)
        for fault in found {
            var best = known.first
            for tree in known.dropFirst() where tree.depth(of: fault.field) > (best?.depth(of: fault.field) ?? -1) { best = tree }
            if let best { note([best.placed(fault)]) }
        }
    }

    private mutating func note(_ found: [PolicyFault]) {
        faults += found.map { fault in
            PolicyFault(file: prefix + fault.file, line: fault.line, path: fault.path, problem: fault.problem, expected: fault.expected)
        }
    }
}

extension PolicyReader {
    /// The file that says what laws are called; a pack without it names none.
    static let lawFile = "laws.yaml"

    /// What laws are called where people read them.
    mutating func lawNames() -> LawNames {
        guard has(Self.lawFile), let laws = readApart(LawPolicy.self, Self.lawFile) else { return LawNames() }
        let titles = laws.policy.laws.flatMap { law in ([law.law] + (law.also ?? [])).map { ($0, law.title) } }
        return LawNames(Dictionary(titles) { first, _ in first })
    }
}
