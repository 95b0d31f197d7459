public import Foundation

/// Several keys by identifier, of which the current one seals and all open, so that a key can be changed while old texts stay readable.
public struct Keyring: Sendable {
    /// The identifier of the key that seals.
    public let current: String

    let keys: [String: SealingKey]

    /// Takes keys by identifier.
    ///
    /// Throws ``CryptoError/malformedKeyID(_:)``, or ``CryptoError/incompleteKeyring`` if the current one is missing.
    public init(current: String, keys: [String: SealingKey]) throws(CryptoError) {
        for id in keys.keys where !Self.isWellFormed(id) { throw .malformedKeyID(id) }
        guard keys[current] != nil else { throw .incompleteKeyring }
        self.current = current
        self.keys = keys
    }

    /// Reads a keyring of one `identifier key` a line; the first is the current one, empty lines and `#` comments are skipped.
    ///
    /// Throws ``CryptoError/malformedKeyring(line:)``, ``CryptoError/malformedKeyID(_:)`` or ``CryptoError/incompleteKeyring``.
    public init(text: String) throws(CryptoError) {
        var keys: [String: SealingKey] = [:]
        var first: String?
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard !words.isEmpty else { continue }
            guard words.count == 2 else { throw .malformedKeyring(line: number + 1) }
            let id = String(words[0])
            guard keys[id] == nil else { throw .incompleteKeyring }
            do {
                keys[id] = try SealingKey(text: String(words[1]))
            } catch {
                throw .malformedKeyring(line: number + 1)
            }
            first = first ?? id
        }
        guard let first else { throw .incompleteKeyring }
        try self.init(current: first, keys: keys)
    }

    /// Reads a keyring's text from a file.
    public init(file: URL) throws(CryptoError) {
        try self.init(text: KeyFile.text(of: file))
    }

    /// The identifiers, the current one first.
    public var identifiers: [String] {
        [current] + keys.keys.filter { $0 != current }.sorted()
    }

    private static func isWellFormed(_ id: String) -> Bool {
        (1...32).contains(id.utf8.count) && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}
