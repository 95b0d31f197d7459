import COpenSSL
import Foundation

/// A public key or a pair of keys as OpenSSL holds it (Ed25519 or X25519), freed with the last reference.
@safe
final class KeyHandle: Sendable {
    /// Never changed once made; OpenSSL counts references to it atomically, so threads may use it at once.
    nonisolated(unsafe) let pointer: OpaquePointer

    private init(unsafeOwned pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// How many bytes a key of either kind has, private or public.
    static let length = 32

    /// Takes the bytes of a private key.
    ///
    /// - Parameter algorithm: `NID_ED25519` or `NID_X25519`.
    /// - Throws: ``CryptoError/malformedPrivateKey`` for anything but 32 bytes.
    convenience init(privateBytes bytes: Data, algorithm: Int32) throws(CryptoError) {
        guard bytes.count == Self.length else { throw .malformedPrivateKey }
        let made = unsafe bytes.withUnsafeBytes { raw in
            unsafe EVP_PKEY_new_raw_private_key(algorithm, nil, raw.bindMemory(to: UInt8.self).baseAddress, raw.count)
        }
        guard let made = unsafe made else {
            ERR_clear_error()
            throw .malformedPrivateKey
        }
        unsafe self.init(unsafeOwned: made)
    }

    /// Takes the bytes of a public key.
    ///
    /// - Throws: ``CryptoError/malformedPublicKey`` for anything but 32 bytes.
    convenience init(publicBytes bytes: Data, algorithm: Int32) throws(CryptoError) {
        guard bytes.count == Self.length else { throw .malformedPublicKey }
        let made = unsafe bytes.withUnsafeBytes { raw in
            unsafe EVP_PKEY_new_raw_public_key(algorithm, nil, raw.bindMemory(to: UInt8.self).baseAddress, raw.count)
        }
        guard let made = unsafe made else {
            ERR_clear_error()
            throw .malformedPublicKey
        }
        unsafe self.init(unsafeOwned: made)
    }

    /// Reads a private key from PEM without a password.
    ///
    /// - Throws: ``CryptoError/malformedPrivateKey`` for anything else, a key of another algorithm included.
    convenience init(pem: String, algorithm: Int32) throws(CryptoError) {
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
        unsafe self.init(unsafeOwned: made)
        guard unsafe EVP_PKEY_get_id(pointer) == algorithm else { throw .malformedPrivateKey }
    }

    /// The 32 bytes of the public half.
    func publicBytes() throws(CryptoError) -> Data {
        var bytes = Data(count: Self.length)
        var length = bytes.count
        let read = unsafe bytes.withUnsafeMutableBytes { raw in
            unsafe EVP_PKEY_get_raw_public_key(pointer, raw.bindMemory(to: UInt8.self).baseAddress, &length)
        }
        guard read == 1, length == Self.length else {
            ERR_clear_error()
            throw .library("EVP_PKEY_get_raw_public_key")
        }
        return bytes
    }

    /// The private key as PEM (PKCS #8), without a password.
    func pem() throws(CryptoError) -> String {
        guard let bio = unsafe BIO_new(BIO_s_secmem()) else { throw .library("BIO_new") }
        defer { unsafe BIO_free(bio) }
        guard unsafe PEM_write_bio_PKCS8PrivateKey(bio, pointer, nil, nil, 0, nil, nil) == 1 else {
            ERR_clear_error()
            throw .library("PEM_write_bio_PKCS8PrivateKey")
        }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = unsafe BIO_read(bio, &bytes, Int32(bytes.count))
        guard count > 0 else { throw .library("BIO_read") }
        return String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    }

    /// What this private key and another's public half agree on (X25519): 32 bytes that only the holders of either private half can make.
    ///
    /// - Throws: ``CryptoError/malformedPublicKey`` for a public key with which nothing can be agreed on.
    func agreement(with other: KeyHandle) throws(CryptoError) -> Data {
        guard let context = unsafe EVP_PKEY_CTX_new(pointer, nil) else { throw .library("EVP_PKEY_CTX_new") }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_derive_init(context) == 1 else {
            ERR_clear_error()
            throw .library("EVP_PKEY_derive_init")
        }
        var secret = Data(count: Self.length)
        var length = secret.count
        let done = unsafe secret.withUnsafeMutableBytes { raw in
            unsafe EVP_PKEY_derive_set_peer(context, other.pointer) == 1
                && EVP_PKEY_derive(context, raw.bindMemory(to: UInt8.self).baseAddress, &length) == 1
        }
        guard done, length == Self.length else {
            ERR_clear_error()
            throw .malformedPublicKey
        }
        return secret
    }
}

/// Takes bytes from OpenSSL's generator, which the system seeds.
func randomBytes(_ count: Int) throws(CryptoError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { throw .library("RAND_bytes") }
    return bytes
}
