import COpenSSL
public import Foundation
import Glibc

/// A sender's private key, by which it signs (Ed25519, RFC 8032); printing it shows nothing.
///
/// It is kept as PEM (PKCS #8, RFC 8410), which `openssl genpkey -algorithm ed25519` makes as well.
@safe
public final class SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half.
    public let verifyingKey: VerifyingKey
    /// Never changed once made; OpenSSL counts references to it atomically.
    private nonisolated(unsafe) let key: OpaquePointer

    private init(unsafeOwned key: OpaquePointer) throws(CryptoError) {
        var bytes = Data(count: VerifyingKey.length)
        var length = bytes.count
        let read = unsafe bytes.withUnsafeMutableBytes { raw in
            unsafe EVP_PKEY_get_raw_public_key(key, raw.bindMemory(to: UInt8.self).baseAddress, &length)
        }
        guard read == 1, length == VerifyingKey.length, unsafe EVP_PKEY_get_id(key) == NID_ED25519 else {
            unsafe EVP_PKEY_free(key)
            ERR_clear_error()
            throw .malformedPrivateKey
        }
        do {
            verifyingKey = try VerifyingKey(bytes)
        } catch {
            unsafe EVP_PKEY_free(key)
            throw error
        }
        unsafe self.key = key
    }

    /// Takes the 32 bytes of a private key; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(_ seed: Data) throws(CryptoError) {
        guard seed.count == SealingKey.length else { throw .malformedPrivateKey }
        let made = unsafe seed.withUnsafeBytes { raw in
            unsafe EVP_PKEY_new_raw_private_key(NID_ED25519, nil, raw.bindMemory(to: UInt8.self).baseAddress, raw.count)
        }
        guard let made = unsafe made else {
            ERR_clear_error()
            throw .malformedPrivateKey
        }
        try unsafe self.init(unsafeOwned: made)
    }

    /// Reads a key from PEM without a password; throws ``CryptoError/malformedPrivateKey`` for anything else.
    public convenience init(pem: String) throws(CryptoError) {
        var text = Array(pem.utf8)
        // With no password given, OpenSSL would ask the terminal for one.
        var password: [CChar] = [0]
        let made: OpaquePointer? = unsafe text.withUnsafeMutableBytes { raw in
            guard let bio = unsafe BIO_new_mem_buf(raw.baseAddress, Int32(clamping: raw.count)) else { return nil }
            defer { unsafe BIO_free(bio) }
            return unsafe password.withUnsafeMutableBytes { password in
                unsafe PEM_read_bio_PrivateKey(bio, nil, nil, password.baseAddress)
            }
        }
        guard let made = unsafe made else {
            ERR_clear_error()
            throw .malformedPrivateKey
        }
        try unsafe self.init(unsafeOwned: made)
    }

    /// Reads a key from a file; throws ``CryptoError/unreadableKey(file:reason:)`` or ``CryptoError/malformedPrivateKey``.
    public convenience init(file: URL) throws(CryptoError) {
        try self.init(pem: KeyFile.text(of: file))
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    /// Makes a new key from the system's randomness.
    public static func generate() throws(CryptoError) -> SigningKey {
        try SigningKey(Data(randomBytes(SealingKey.length)))
    }

    /// The 64 bytes of the message's signature, the same each time.
    public func signature(of message: Data) throws(CryptoError) -> Data {
        guard let context = unsafe EVP_MD_CTX_new() else { throw .library("EVP_MD_CTX_new") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = Data(count: VerifyingKey.signatureLength)
        var length = signature.count
        guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1 else {
            ERR_clear_error()
            throw .library("EVP_DigestSignInit")
        }
        let done = unsafe signature.withUnsafeMutableBytes { signature in
            unsafe message.withUnsafeBytes { message in
                unsafe EVP_DigestSign(
                    context, signature.bindMemory(to: UInt8.self).baseAddress, &length,
                    message.bindMemory(to: UInt8.self).baseAddress, message.count)
            }
        }
        guard done == 1, length == VerifyingKey.signatureLength else {
            ERR_clear_error()
            throw .library("EVP_DigestSign")
        }
        return signature
    }

    /// The key as PEM, to be written where secrets are kept.
    public func pem() throws(CryptoError) -> String {
        guard let bio = unsafe BIO_new(BIO_s_secmem()) else { throw .library("BIO_new") }
        defer { unsafe BIO_free(bio) }
        guard unsafe PEM_write_bio_PKCS8PrivateKey(bio, key, nil, nil, 0, nil, nil) == 1 else {
            ERR_clear_error()
            throw .library("PEM_write_bio_PKCS8PrivateKey")
        }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = unsafe BIO_read(bio, &bytes, Int32(bytes.count))
        guard count > 0 else { throw .library("BIO_read") }
        return String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    }

    /// Writes the key as PEM into a new file that only its owner reads.
    ///
    /// - Throws: ``CryptoError/unwritableKey(file:)`` where the file is there already or cannot be made.
    public func write(to file: URL) throws(CryptoError) {
        let text = Array(try pem().utf8)
        let descriptor = unsafe open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritableKey(file: file.path) }
        let written = unsafe Glibc.write(descriptor, text, text.count)
        guard close(descriptor) == 0, written == text.count else { throw .unwritableKey(file: file.path) }
    }

    /// Hides the key.
    public var description: String { "SigningKey" }

    /// Hides the key from dumps too.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
