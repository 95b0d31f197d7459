import COpenSSL
public import Foundation

/// The hash function SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// How many bytes a digest has.
    public static let length = 32

    /// The 32 bytes of a digest.
    public static func digest(_ data: Data) -> Data {
        var digest = [UInt8](repeating: 0, count: length)
        let done = unsafe data.withUnsafeBytes { bytes in
            unsafe EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, algorithm, nil)
        }
        // It fails only without memory or without OpenSSL's default provider: a broken installation, not a fault of the data.
        precondition(done == 1, "OpenSSL offers no SHA-256")
        return Data(digest)
    }

    /// A digest as 64 lowercase hexadecimal digits.
    public static func hex(_ data: Data) -> String {
        Hexadecimal.encode(digest(data))
    }

    /// Fetched once, because a look-up costs more than hashing a line. OpenSSL's algorithm objects are immutable and shared by threads.
    nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)
}
