import Foundation

/// The folder of a policy pack.
enum PolicyFolder {
    /// Says in one line that there is no such folder, where each of its files would be missed by name otherwise.
    ///
    /// - Throws: a `PolicyError`.
    static func check(_ directory: URL) throws(PolicyError) {
        let isThere = FileManager.default.fileExists(atPath: directory.path)
        guard !FileManager.default.fileExists(atPath: directory.path + "/.") else { return }
        let problem = isThere ? "is a file" : "there is no such folder"
        throw PolicyError([
            PolicyFault(
                file: directory.relativePath, line: nil, path: "", problem: problem,
                expected: "the folder of a policy pack, such as Ops/policies/china")
        ])
    }
}
