import Embedded
import Foundation

/// The librdkafka that the tests' Python client brings, under the name by which the built programs look for theirs.
enum NewerLibrary {
    /// For `LD_LIBRARY_PATH`; `nil` where `Ops/install` has not made the Python environment.
    static let folder: TemporaryDirectory? = {
        let packages = URL(filePath: Built.file(".build/venv/lib"))
        guard let names = FileManager.default.enumerator(at: packages, includingPropertiesForKeys: nil),
            let library = names.lazy.compactMap({ $0 as? URL }).first(where: {
                $0.deletingLastPathComponent().lastPathComponent == "confluent_kafka.libs" && $0.lastPathComponent.hasPrefix("librdkafka")
            }),
            let folder = try? TemporaryDirectory(named: "librdkafka")
        else { return nil }
        let link = URL(filePath: folder.appending("librdkafka.so.1"))
        guard (try? FileManager.default.createSymbolicLink(at: link, withDestinationURL: library)) != nil else { return nil }
        return folder
    }()
}
