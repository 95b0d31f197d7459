import Foundation

/// Tells one state of a pack's files from another.
enum PolicyRevision {
    private static let files = ["calendar.yaml", "clocks.yaml", "abnormal.yaml"]

    /// A number, in words, of all that deadlines are reckoned by: FNV-1a, 64 bits, over the files of this version and the earlier ones.
    ///
    /// - Throws: a `PolicyError` where a file has gone since it was read.
    static func clocks(in directory: URL) throws(PolicyError) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for folder in [directory] + (try earlier(in: directory)) {
            for file in files {
                let url = folder.appending(path: file)
                guard FileManager.default.fileExists(atPath: url.path) else { continue }
                for byte in try content(of: url) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            }
        }
        return String(hash, radix: 16)
    }

    private static func earlier(in directory: URL) throws(PolicyError) -> [URL] {
        let folder = directory.appending(path: PolicyPackLoader.earlierFolder)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { !$0.hasPrefix(".") }
                .map { folder.appending(path: $0) }
        } catch {
            throw unreadable(folder, error)
        }
    }

    private static func content(of url: URL) throws(PolicyError) -> Data {
        do {
            return try Data(contentsOf: url)
        } catch {
            throw unreadable(url, error)
        }
    }

    private static func unreadable(_ url: URL, _ error: any Error) -> PolicyError {
        PolicyError([
            PolicyFault(
                file: url.lastPathComponent, line: nil, path: "", problem: "cannot be read: \(error.localizedDescription)", expected: "")
        ])
    }
}
