public import Contracts
public import Crypto
public import Domain
import Foundation

/// Signs and verifies events by the CloudEvents extension "Verifiable CloudEvents with DSSE" (`dssematerial`), with Ed25519.
///
/// The signature covers the core attributes and the very bytes of the data; a `time` counts to the second. No extension attribute is
/// covered: none of them takes part in a decision.
public enum EventSignature {
    /// What the envelope says its content is; the extension's name for itself.
    static let payloadType = "https://cloudevents.io/verifiability/dsse/v0.1"

    /// Signs an event as it stands. Without a media type it is given the one that all data here has, since binary mode says it in any case.
    ///
    /// - Throws: a `CryptoError` where OpenSSL fails.
    public static func sign(_ event: inout CloudEvent, with key: SigningKey) throws(CryptoError) {
        event.dataContentType = event.dataContentType ?? "application/json"
        let payload = Data(#"{"core":"\#(coreDigest(of: event).base64EncodedString())"}"#.utf8)
        let signature = try key.signature(of: encoding(of: payload))
        let envelope = """
            {"payloadType":"\(payloadType)","payload":"\(payload.base64EncodedString())",\
            "signatures":[{"keyid":"\(key.verifyingKey.id)","sig":"\(signature.base64EncodedString())"}]}
            """
        event.verification = Data(envelope.utf8).base64EncodedString()
    }

    /// Which of the keys has signed an event, and that nothing signed was changed since.
    ///
    /// - Parameter keys: the known keys by their ids.
    /// - Throws: a `Fault` that says what is wrong with the signature.
    public static func signer(of event: CloudEvent, among keys: [String: VerifyingKey]) throws(Fault) -> VerifyingKey {
        guard let text = event.verification else { throw fault("is missing", "the signature of a known sender") }
        let envelope = try SignatureEnvelope(text)
        guard let payload = envelope.payloadBytes else { throw fault("holds no payload in base64", "a DSSE envelope") }
        guard let (key, signature) = envelope.known(among: keys) else {
            throw unknownKey
        }
        do throws(CryptoError) {
            guard try key.isValid(signature, for: encoding(of: payload)) else {
                throw CryptoError.tampered
            }
        } catch {
            throw fault("is not valid", "the signature of what was sent")
        }
        guard try VerificationMaterial(payload).core == coreDigest(of: event) else {
            throw fault("is that of another event, or the event was changed", "the signature of what was sent")
        }
        return key
    }

    static let unknownKey = fault("is not by a known key", "a key of the register of senders")

    static func fault(_ problem: String, _ expected: String) -> Fault {
        Fault(field: "dssematerial", problem: problem, expected: expected)
    }

    /// What DSSE 1.0.2 signs: the type and the content, each with its length before it.
    private static func encoding(of payload: Data) -> Data {
        Data("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
    }

    /// The digest of the digests of the core attributes and the data, in the extension's order; of what is absent, the digest of nothing.
    static func coreDigest(of event: CloudEvent) -> Data {
        var digests = Data(capacity: 9 * SHA256.length)
        for text in [
            event.id, event.source, "1.0", event.type, event.dataContentType, event.dataSchema, event.subject, event.time.map(wholeSeconds),
        ] {
            digests += SHA256.digest(Data((text ?? "").utf8))
        }
        return SHA256.digest(digests + SHA256.digest(event.data))
    }

    /// RFC 3339 in UTC without a fraction.
    private static func wholeSeconds(_ time: Instant) -> String {
        let remainder = time.milliseconds % 1000
        return Instant(milliseconds: time.milliseconds - (remainder < 0 ? remainder + 1000 : remainder)).description
    }
}
