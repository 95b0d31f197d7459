import Contracts
import Crypto
import Domain
import Foundation

/// The envelope a signature travels in (DSSE 1.0.2); fields that are not known are passed over, as its specification asks.
struct SignatureEnvelope: Decodable {
    struct Signature: Decodable {
        let keyid: String?
        let sig: String
    }

    let payloadType: String
    let payload: String
    let signatures: [Signature]

    /// Reads the value of the attribute: JSON, in base64.
    ///
    /// - Throws: a `Fault` where it is no envelope, or of another kind.
    init(_ text: String) throws(Fault) {
        guard let json = Self.bytes(text) else { throw EventSignature.fault("is not base64", "a DSSE envelope in base64") }
        do {
            self = try JSONDecoder().decode(SignatureEnvelope.self, from: json)
        } catch {
            throw EventSignature.fault("is not a DSSE envelope", "payloadType, payload and signatures in JSON")
        }
        guard payloadType == EventSignature.payloadType else {
            throw EventSignature.fault("signs another kind of content", EventSignature.payloadType)
        }
    }

    var payloadBytes: Data? { Self.bytes(payload) }

    /// The first signature by a key that is known.
    func known(among keys: [String: VerifyingKey]) -> (key: VerifyingKey, signature: Data)? {
        for signature in signatures {
            if let key = signature.keyid.flatMap({ keys[$0] }), let bytes = Self.bytes(signature.sig) { return (key, bytes) }
        }
        return nil
    }

    /// Base64 in either alphabet: DSSE leaves the choice.
    static func bytes(_ text: String) -> Data? {
        Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/"))
    }
}

/// What is signed: the digest of the core attributes, and with the attributes it covers that of the extensions.
struct VerificationMaterial: Decodable {
    let core: Data

    private enum Name: String, CodingKey {
        case core, ext, signedextattrs
    }

    /// Names that the list of signed extension attributes must not hold.
    private static let reserved: Set<String> = [
        "id", "source", "specversion", "type", "datacontenttype", "dataschema", "subject", "time", "dssematerial",
    ]

    /// - Throws: a `Fault` where it is no verification material.
    init(_ json: Data) throws(Fault) {
        do {
            self = try JSONDecoder().decode(VerificationMaterial.self, from: json)
        } catch {
            throw EventSignature.fault("signs no verification material", "the digests of a CloudEvent")
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        core = try Self.digest(container.decode(String.self, forKey: .core), container)
        let ext = try container.decodeIfPresent(String.self, forKey: .ext)
        let names = try container.decodeIfPresent([String].self, forKey: .signedextattrs)
        guard (ext == nil) == (names == nil) else { throw Self.broken(container) }
        if let ext { _ = try Self.digest(ext, container) }
        if let names, Set(names).count != names.count || !Self.reserved.isDisjoint(with: names) { throw Self.broken(container) }
    }

    private static func digest(_ text: String, _ container: KeyedDecodingContainer<Name>) throws -> Data {
        guard let bytes = SignatureEnvelope.bytes(text), bytes.count == SHA256.length else { throw broken(container) }
        return bytes
    }

    private static func broken(_ container: KeyedDecodingContainer<Name>) -> DecodingError {
        .dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "no verification material"))
    }
}
