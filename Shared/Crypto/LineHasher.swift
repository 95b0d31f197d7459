public import Foundation

/// Turns a service number into a token that joins and compares like the number but cannot be turned back; owned by one thread.
///
/// The token is the first 128 bits of HMAC-SHA-256 under a key of its own, in lowercase base32 without padding (RFC 4648, section 6): 26
/// letters. Without a key a plain hash would be no secret, since all telephone numbers can be tried in seconds.
public final class LineHasher {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    private let code: HMAC

    /// Takes the key, which must not be one that seals.
    public init(key: SealingKey) throws(CryptoError) {
        code = try HMAC(key: key)
    }

    /// The token of a line, always the same under the same key. The number is taken as written: normalise it before.
    public func token(for line: String) throws(CryptoError) -> String {
        var line = line
        let result = line.withUTF8 { bytes in
            Result { () throws(CryptoError) in try unsafe code.bytesOfCode(UnsafeRawBufferPointer(bytes)) }
        }
        return Self.base32(try result.get().prefix(16))
    }

    /// 16 bytes that are equal for equal contents, under the same key and in no way a token of a line.
    public func digest(of content: Data) throws(CryptoError) -> Data {
        try code.code(for: Data("content\0".utf8) + content).prefix(16)
    }

    private static func base32(_ bytes: ArraySlice<UInt8>) -> String {
        let letters = letters
        var text: [UInt8] = []
        text.reserveCapacity(26)
        var group: UInt32 = 0
        var bits = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(group >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(group << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
