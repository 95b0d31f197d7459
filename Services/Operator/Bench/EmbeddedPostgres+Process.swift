import Domain
import Embedded
import Foundation

extension EmbeddedPostgres {
    /// The server's main process, as it wrote it down itself; `nil` while it does not run.
    var serverProcess: Int32? {
        guard let data = FileManager.default.contents(atPath: "\(directory)/data/postmaster.pid") else { return nil }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").first.flatMap { Int32(digits: $0) }
    }
}
