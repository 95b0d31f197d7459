import Files
import Foundation

/// A file with the text of a key.
enum KeyFile {
    /// - Throws: ``CryptoError/unreadableKey(file:reason:)``.
    static func text(of file: URL) throws(CryptoError) -> String {
        do {
            return try LocalFile.text(file)
        } catch {
            throw .unreadableKey(file: file.path, reason: error.reason)
        }
    }
}
