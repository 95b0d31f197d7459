import Foundation

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
}
