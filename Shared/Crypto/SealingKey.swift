import COpenSSL
public import Foundation

/// A secret of 32 bytes, wiped from memory when its last holder lets go; printing it shows nothing.
@safe
public final class SealingKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// How many bytes a key has.
    public static let length = 32

    /// Written only while the key is made and read-only after that, which is why it may be shared.
    private nonisolated(unsafe) let bytes: UnsafeMutableRawPointer

    /// Takes a key of exactly 32 bytes; throws ``CryptoError/malformedKey`` for any other number.
    public init(_ data: Data) throws(CryptoError) {
        guard data.count == Self.length else { throw .malformedKey }
        unsafe bytes = .allocate(byteCount: Self.length, alignment: 16)
        unsafe data.copyBytes(to: UnsafeMutableRawBufferPointer(start: bytes, count: Self.length))
    }

    /// Reads a key from 64 hexadecimal digits or from base64 (either alphabet, padded or not); spaces and line ends around it are ignored.
    public convenience init(text: String) throws(CryptoError) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let data = Hexadecimal.decode(trimmed) ?? Base64URL.decodeLeniently(trimmed) else { throw .malformedKey }
        try self.init(data)
    }

    /// Reads a key's text from a file; throws ``CryptoError/unreadableKey(file:reason:)`` or ``CryptoError/malformedKey``.
    public convenience init(file: URL) throws(CryptoError) {
        try self.init(text: KeyFile.text(of: file))
    }

    deinit {
        unsafe OPENSSL_cleanse(bytes, Self.length)
        unsafe bytes.deallocate()
    }

    /// Makes a new key from the system's randomness.
    public static func generate() throws(CryptoError) -> SealingKey {
        try SealingKey(Data(randomBytes(length)))
    }

    /// The key in base64, to be written where secrets are kept.
    public func base64() -> String {
        unsafe Data(bytes: bytes, count: Self.length).base64EncodedString()
    }

    /// Hides the key.
    public var description: String { "SealingKey" }

    /// Hides the key from dumps too.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Lends the bytes for as long as the key lives.
    var unsafeBytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: bytes, count: Self.length)
    }
}
