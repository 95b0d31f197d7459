/// A file or folder that could not be used: which one, and what is wrong with it, in one sentence.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The folder it is to lie in is not there.
        case noFolder(String)
        /// It is a folder, and a file is needed.
        case isFolder
        /// The system does not let this user read or write it.
        case notAllowed
        /// There is no room left on the disk.
        case full
        /// It is longer than a file of its kind may be, in bytes.
        case tooLong(limit: Int)
        /// Its bytes are no text in UTF-8; the place of the first that is none, from 1.
        case notText(line: Int)
        /// The system's own reason.
        case other(String)
    }

    /// What was tried.
    public enum Use: Hashable, Sendable {
        case read
        case written
    }

    /// The file as it was named.
    public let path: String
    public let use: Use
    public let problem: Problem

    public init(_ path: String, use: Use, _ problem: Problem) {
        self.path = path
        self.use = use
        self.problem = problem
    }

    /// Such as `there is no file report.csv`.
    public var description: String {
        switch problem {
        case .missing: "there is no file \(path)"
        case .noFolder(let folder): "\(path) cannot be written: there is no folder \(folder)"
        case .isFolder: "\(path) is a folder; expected a file"
        case .notAllowed: "\(path) cannot be \(use == .read ? "read" : "written"): permission denied"
        case .full: "\(path) cannot be written: the disk is full"
        case .tooLong(let limit): "\(path) is longer than \(limit) bytes"
        case .notText(let line): "\(path) is not text in UTF-8: line \(line) has other bytes"
        case .other(let reason): "\(path) cannot be \(use == .read ? "read" : "written"): \(reason)"
        }
    }

    /// What is wrong without the name, for a fault that names the file already: `cannot be read: there is no such file`.
    public var reason: String {
        switch problem {
        case .missing: "there is no such file"
        case .noFolder(let folder): "there is no folder \(folder)"
        case .isFolder: "it is a folder"
        case .notAllowed: "permission denied"
        case .full: "the disk is full"
        case .tooLong(let limit): "it is longer than \(limit) bytes"
        case .notText(let line): "line \(line) is not UTF-8"
        case .other(let reason): reason
        }
    }
}
