public import Domain
public import Foundation

extension GatewayTextRequest {
    /// The CloudEvents type on `redress.gateway-text-requests`, whose key is the customer's key.
    public static let wireType = "redress.gateway-text.requested.v1"

    /// The event's data.
    ///
    /// - Throws: a `Fault` when a value has no form in JSON.
    public func encodeData(with coder: WireCoder) throws(Fault) -> Data { coder.encode(self) }
}
