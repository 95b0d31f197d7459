import COpenSSL
import Foundation

/// AES-256-GCM (NIST SP 800-38D) with one key in one direction, its key schedule kept from one use to the next; owned by one thread.
@safe
final class GCMContext {
    static let nonceLength = 12
    static let tagLength = 16

    private let context: OpaquePointer

    init(key: SealingKey, encrypts: Bool) throws(CryptoError) {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .library("EVP_CIPHER_CTX_new") }
        let bytes = unsafe key.unsafeBytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard unsafe EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, bytes, nil, encrypts ? 1 : 0) == 1 else {
            unsafe EVP_CIPHER_CTX_free(context)
            throw .library("EVP_CipherInit_ex")
        }
        unsafe self.context = context
    }

    deinit {
        // It wipes the key schedule.
        unsafe EVP_CIPHER_CTX_free(context)
    }

    /// Makes nonce ‖ cipher text ‖ tag. The nonce must never be used twice with one key.
    func seal(_ plain: Data, nonce: [UInt8], context additional: [UInt8]) throws(CryptoError) -> [UInt8] {
        precondition(nonce.count == Self.nonceLength)
        var message = nonce + [UInt8](repeating: 0, count: plain.count + Self.tagLength)
        let done = unsafe message.withUnsafeMutableBufferPointer { message in
            guard let nonce = message.baseAddress else { return false }
            let text = unsafe nonce + Self.nonceLength
            let tag = unsafe text + plain.count
            return unsafe plain.withUnsafeBytes { plain in
                unsafe run(nonce: nonce, additional: additional, from: plain, into: text)
                    && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagLength), tag) == 1
            }
        }
        guard done else { throw failure("AES-256-GCM encryption") }
        return message
    }

    /// Turns nonce ‖ cipher text ‖ tag into the plain text; throws ``CryptoError/tampered`` if the tag is not theirs.
    func open(_ message: [UInt8], context additional: [UInt8]) throws(CryptoError) -> Data {
        let length = message.count - Self.nonceLength - Self.tagLength
        guard length >= 0 else { throw .malformed }
        var message = message
        var plain = Data(count: length)
        let authentic = unsafe message.withUnsafeMutableBufferPointer { message in
            guard let nonce = message.baseAddress else { return false }
            let text = unsafe UnsafeRawBufferPointer(start: nonce + Self.nonceLength, count: length)
            let tag = unsafe nonce + Self.nonceLength + length
            guard unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagLength), tag) == 1 else { return false }
            return unsafe plain.withUnsafeMutableBytes { plain in
                let target = unsafe plain.baseAddress?.assumingMemoryBound(to: UInt8.self)
                return unsafe run(nonce: nonce, additional: additional, from: text, into: target)
            }
        }
        // What was decrypted before the tag was checked is given to nobody.
        guard authentic else { throw failure(nil) }
        return plain
    }

    private func run(
        nonce: UnsafePointer<UInt8>, additional: [UInt8], from source: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<UInt8>?
    ) -> Bool {
        var written: Int32 = 0
        // Direction -1 keeps the one the context was made with.
        guard unsafe EVP_CipherInit_ex(context, nil, nil, nil, nonce, -1) == 1 else { return false }
        if !additional.isEmpty {
            guard unsafe EVP_CipherUpdate(context, nil, &written, additional, Int32(additional.count)) == 1 else { return false }
        }
        if let start = source.baseAddress, unsafe !source.isEmpty {
            guard let length = Int32(exactly: source.count) else { return false }
            let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
            guard unsafe EVP_CipherUpdate(context, target, &written, bytes, length) == 1 else { return false }
        }
        // A stream mode has nothing left to write, but the function wants an address.
        var nothing: UInt8 = 0
        return unsafe EVP_CipherFinal_ex(context, &nothing, &written) == 1
    }

    private func failure(_ function: String?) -> CryptoError {
        // The thread's error queue would be laid at the door of the next call.
        ERR_clear_error()
        return function.map { .library($0) } ?? .tampered
    }
}
