public import Foundation
public import Runtime

/// Seals nothing: Base64, so that a test can look.
public final class PlainSealer: MessageSealer {
    /// What sealing fails with, as it would without a working key.
    public var fault: (any Error)?

    public init() {}

    public func seal(_ plain: Data, context: String) throws -> String {
        if let fault { throw fault }
        return plain.base64EncodedString()
    }

    public func open(_ sealed: String, context: String) throws -> Data { Data(base64Encoded: sealed) ?? Data() }
}
