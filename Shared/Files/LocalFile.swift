public import Foundation

/// Reads and writes whole files; the one place that does, so that what is wrong with one is always said in the same words.
public enum LocalFile {
    /// The bytes of a file.
    ///
    /// - Throws: a ``FileError`` that names the file.
    public static func read(_ path: String) throws(FileError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            if isReadable(path), let bytes = try stream(path) { return bytes }
            throw FileError(path, use: .read, readingProblem(path, error))
        }
    }

    /// The most bytes that are read of what is no file.
    private static let longestStream = 64 << 20

    /// What a pipe or a device gives until its end, as a shell's `<(command)` does; `nil` where it cannot be opened.
    ///
    /// - Throws: a ``FileError`` where it gives more than 64 MiB, as some devices have no end.
    private static func stream(_ path: String) throws(FileError) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        var bytes = Data()
        while true {
            do {
                guard let more = try handle.read(upToCount: 1 << 16), !more.isEmpty else { return bytes }
                bytes += more
            } catch {
                return nil
            }
            guard bytes.count <= longestStream else { throw FileError(path, use: .read, .tooLong(limit: longestStream)) }
        }
    }

    private static func isReadable(_ path: String) -> Bool {
        kind(of: path) == false && FileManager.default.isReadableFile(atPath: path)
    }

    /// The bytes of a file.
    ///
    /// - Throws: a ``FileError`` that names the file.
    public static func read(_ file: URL) throws(FileError) -> Data { try read(file.relativePath) }

    /// A file's text.
    ///
    /// - Parameter limit: the most bytes it may have.
    /// - Throws: a ``FileError`` that names the file, also where its bytes are no UTF-8.
    public static func text(_ path: String, limit: Int = .max) throws(FileError) -> String {
        let bytes = try read(path)
        guard bytes.count <= limit else { throw FileError(path, use: .read, .tooLong(limit: limit)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(path, use: .read, .notText(line: firstLineThatIsNoText(bytes)))
        }
        return text
    }

    /// A file's text.
    ///
    /// - Throws: a ``FileError`` that names the file, also where its bytes are no UTF-8.
    public static func text(_ file: URL, limit: Int = .max) throws(FileError) -> String { try text(file.relativePath, limit: limit) }

    /// Writes a file whole or not at all; what was there before is replaced.
    ///
    /// - Throws: a ``FileError`` that names the file, or the folder that is not there.
    public static func write(_ text: String, to path: String) throws(FileError) {
        do {
            // A device or a pipe is written through; a file would be put in its place otherwise.
            try Data(text.utf8).write(to: URL(filePath: path), options: isReplaceable(path) ? .atomic : [])
        } catch {
            throw FileError(path, use: .written, writingProblem(path, error))
        }
    }

    private static func isReplaceable(_ path: String) -> Bool {
        do {
            let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            return type == nil || type == .typeRegular
        } catch {
            // There is nothing yet.
            return true
        }
    }

    private static func readingProblem(_ path: String, _ error: any Error) -> FileError.Problem {
        switch kind(of: path) {
        case nil: return .missing
        case true?: return .isFolder
        case false?: return isReadable(path) ? .other(error.localizedDescription) : .notAllowed
        }
    }

    private static func writingProblem(_ path: String, _ error: any Error) -> FileError.Problem {
        if let error = error as? CocoaError, error.code == .fileWriteOutOfSpace { return .full }
        if kind(of: path) == true { return .isFolder }
        let parent = (path as NSString).deletingLastPathComponent
        let folder = parent.isEmpty ? "." : parent
        guard kind(of: folder) == true else { return .noFolder(folder) }
        let place = kind(of: path) == nil ? folder : path
        return FileManager.default.isWritableFile(atPath: place) ? .other(error.localizedDescription) : .notAllowed
    }

    /// Whether there is a folder; `nil` for nothing at all.
    private static func kind(of path: String) -> Bool? {
        FileManager.default.fileExists(atPath: path) ? FileManager.default.fileExists(atPath: path + "/.") : nil
    }

    private static func firstLineThatIsNoText(_ bytes: Data) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
