internal import Foundation
internal import Glibc
internal import Synchronization

/// A folder of our own that is removed with everything in it when the last reference goes, or else when the process ends in good order.
public final class TemporaryDirectory: Sendable {
    public let path: String

    /// What has been made and not removed. Whatever is global has no last reference to go.
    private static let present = Mutex<Set<String>>([])
    private static let removalAtExit: Void = {
        atexit { for path in TemporaryDirectory.present.withLock({ $0 }) { TemporaryDirectory.remove(path) } }
    }()

    /// - Parameters:
    ///   - name: a word by which a person recognises the folder.
    ///   - parent: the folder it lies in; the system's for temporary files where none is given.
    public init(named name: String, in parent: String? = nil) throws(EmbeddedError) {
        var template = Array(((parent ?? NSTemporaryDirectory()) as NSString).appendingPathComponent("redress-\(name)-XXXXXX").utf8CString)
        guard let path = unsafe mkdtemp(&template) else {
            throw EmbeddedError("make a temporary folder", unsafe String(cString: strerror(errno)))
        }
        self.path = unsafe String(cString: path)
        _ = Self.removalAtExit
        let made = self.path
        Self.present.withLock { _ = $0.insert(made) }
    }

    deinit {
        remove()
    }

    /// The path of something inside.
    public func appending(_ component: String) -> String {
        (path as NSString).appendingPathComponent(component)
    }

    /// Removes the folder now.
    public func remove() {
        Self.remove(path)
    }

    private static func remove(_ path: String) {
        present.withLock { _ = $0.remove(path) }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // It is gone already, or something in it is still being written: then it is the system's to clean up.
        }
    }
}
