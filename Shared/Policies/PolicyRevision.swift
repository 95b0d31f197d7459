import Files
import Foundation

/// Tells one state of a pack's files from another.
enum PolicyRevision {
    /// A number, in words, of all that a pack's files say: FNV-1a, 64 bits, over the name and the content of each, those of its provinces and of
    /// its earlier versions included.
    ///
    /// Every file counts, and not those alone that deadlines are known to be calculated by: a file that is forgotten here would leave open
    /// complaints with their old deadlines for good, and a file too many costs one calculation of each.
    ///
    /// - Throws: a `PolicyError` where a file has gone since it was read.
    static func clocks(in directory: URL) throws(PolicyError) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        for name in try names(in: directory) {
            for byte in name.utf8 { add(byte) }
            // No name and no policy holds a zero, so that one file's end is not another's beginning.
            add(0)
            for byte in try content(of: directory.appending(path: name)) { add(byte) }
            add(0)
        }
        return String(hash, radix: 16)
    }

    /// The policy files of a folder and of those within, by their paths from it, in order; hidden ones are an editor's.
    private static func names(in directory: URL) throws(PolicyError) -> [String] {
        do {
            return try FileManager.default.subpathsOfDirectory(atPath: directory.path)
                .filter { $0.hasSuffix(".yaml") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
        } catch {
            throw unreadable(directory, error.localizedDescription)
        }
    }

    private static func content(of url: URL) throws(PolicyError) -> Data {
        do throws(FileError) {
            return try LocalFile.read(url.path)
        } catch {
            throw unreadable(url, error.reason)
        }
    }

    private static func unreadable(_ url: URL, _ reason: String) -> PolicyError {
        PolicyError([
            PolicyFault(file: url.lastPathComponent, line: nil, path: "", problem: "cannot be read: \(reason)", expected: "")
        ])
    }
}
