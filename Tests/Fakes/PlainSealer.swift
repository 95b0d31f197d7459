public import Foundation
public import Runtime

/// Seals nothing: Base64, so that a test can look.
public final class PlainSealer: MessageSealer {
    public init() {}

    public func seal(_ plain: Data, context: String) throws -> String { plain.base64EncodedString() }

    public func open(_ sealed: String, context: String) throws -> Data { Data(base64Encoded: sealed) ?? Data() }
}
