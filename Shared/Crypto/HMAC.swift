import COpenSSL
public import Foundation

/// Keyed hashes with HMAC-SHA-256 (RFC 2104), computed again and again with one key; owned by one thread.
@safe
public final class HMAC {
    /// How many bytes an authentication code has.
    public static let length = 32

    private let context: OpaquePointer

    /// Takes a key of any length; throws ``CryptoError/library(_:)`` if OpenSSL offers no HMAC.
    public convenience init(key: Data) throws(CryptoError) {
        // OpenSSL reads a null key as "the key of before", so an empty one needs an address too.
        let context = unsafe (key.isEmpty ? Data([0]) : key).withUnsafeBytes { bytes in
            unsafe Self.makeContext(UnsafeRawBufferPointer(rebasing: bytes.prefix(key.count)))
        }
        try unsafe self.init(unsafeContext: context)
    }

    /// Takes a secret of 32 bytes.
    public convenience init(key: SealingKey) throws(CryptoError) {
        try unsafe self.init(unsafeContext: Self.makeContext(key.unsafeBytes))
    }

    private init(unsafeContext context: OpaquePointer?) throws(CryptoError) {
        guard let context = unsafe context else { throw .library("EVP_MAC_init") }
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MAC_CTX_free(context)
    }

    /// The 32 bytes that authenticate the data.
    public func code(for data: Data) throws(CryptoError) -> Data {
        Data(try unsafe data.withUnsafeBytes { bytes in Result { () throws(CryptoError) in try unsafe bytesOfCode(bytes) } }.get())
    }

    /// Whether the code is the data's, compared in constant time.
    public func isValid(_ code: Data, for data: Data) throws(CryptoError) -> Bool {
        ConstantTime.equal(code, try self.code(for: data))
    }

    func bytesOfCode(_ bytes: UnsafeRawBufferPointer) throws(CryptoError) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Self.length)
        var length = 0
        // Without a key, the context starts again with the one it has.
        guard unsafe EVP_MAC_init(context, nil, 0, nil) == 1,
            unsafe EVP_MAC_update(context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count) == 1,
            unsafe EVP_MAC_final(context, &code, &length, Self.length) == 1, length == Self.length
        else {
            ERR_clear_error()
            throw .library("EVP_MAC_final")
        }
        return code
    }

    private static func makeContext(_ key: UnsafeRawBufferPointer) -> OpaquePointer? {
        guard let algorithm = unsafe EVP_MAC_fetch(nil, "HMAC", nil) else { return nil }
        defer { unsafe EVP_MAC_free(algorithm) }
        guard let context = unsafe EVP_MAC_CTX_new(algorithm) else { return nil }
        // The parameter points at its name and its value, so both must stay where they are until OpenSSL has read them.
        let name = Array("digest".utf8CString)
        var digest = Array("SHA256".utf8CString)
        let started = unsafe name.withUnsafeBufferPointer { name in
            unsafe digest.withUnsafeMutableBufferPointer { digest in
                let parameters = unsafe [
                    OSSL_PARAM_construct_utf8_string(name.baseAddress, digest.baseAddress, 0), OSSL_PARAM_construct_end(),
                ]
                return unsafe EVP_MAC_init(context, key.baseAddress?.assumingMemoryBound(to: UInt8.self), key.count, parameters)
            }
        }
        guard started == 1 else {
            unsafe EVP_MAC_CTX_free(context)
            return nil
        }
        return unsafe context
    }
}
