import COpenSSL
public import Foundation

/// Comparison whose duration tells nothing about where two secrets differ.
public enum ConstantTime {
    /// Whether two byte sequences are equal; their lengths are no secret.
    public static func equal(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBytes { left in
            unsafe right.withUnsafeBytes { right in
                // An empty sequence may have no address, which the function does not promise to accept.
                guard let left = left.baseAddress, let end = right.baseAddress else { return true }
                return unsafe CRYPTO_memcmp(left, end, right.count) == 0
            }
        }
    }
}
