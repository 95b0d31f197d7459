import Foundation
import Glibc

/// A file with the text of a key.
enum KeyFile {
    /// - Throws: ``CryptoError/unreadableKey(file:)``.
    static func text(of file: URL) throws(CryptoError) -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw .unreadableKey(file: file.path)
        }
    }

    /// Writes a secret text into a new file that only its owner reads.
    ///
    /// - Throws: ``CryptoError/unwritableKey(file:)`` where the file is there already or cannot be made.
    static func writeNew(_ text: String, to file: URL) throws(CryptoError) {
        let bytes = Array(text.utf8)
        let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritableKey(file: file.path) }
        let written = unsafe Glibc.write(descriptor, bytes, bytes.count)
        guard close(descriptor) == 0, written == bytes.count else { throw .unwritableKey(file: file.path) }
    }
}
