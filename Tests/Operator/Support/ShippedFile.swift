import Files
import Foundation

/// A file of the tree the tests were built from.
enum ShippedFile {
    static func url(_ path: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: path)
    }
}

/// What writing a file comes to.
enum FileErrorProbe {
    static func write(to path: String) -> (any Error)? {
        do {
            try LocalFile.write("x", to: path)
            return nil
        } catch {
            return error
        }
    }
}
