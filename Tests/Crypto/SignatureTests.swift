import Foundation
import Testing

@testable import Crypto

/// Signatures with Ed25519.
@Suite struct SignatureTests {
    /// Tests 1 to 3 of RFC 8032, section 7.1.
    struct Vector: Sendable {
        let secret: String
        let known: String
        let message: String
        let signature: String
    }

    static let vectors = [
        Vector(
            secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            known: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b"),
        Vector(
            secret: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            known: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00"),
        Vector(
            secret: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            known: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", message: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"),
    ]

    @Test(arguments: vectors)
    func signingGivesThePublishedSignature(_ vector: Vector) throws {
        let key = try SigningKey(#require(Hexadecimal.decode(vector.secret)))
        let message = try #require(Hexadecimal.decode(vector.message))
        #expect(Hexadecimal.encode(key.verifyingKey.bytes) == vector.known)
        let signature = try key.signature(of: message)
        #expect(Hexadecimal.encode(signature) == vector.signature)
        #expect(try VerifyingKey(text: vector.known).isValid(signature, for: message))
    }

    @Test func aSignatureHoldsForItsMessageAndKeyAlone() throws {
        let key = try SigningKey.generate()
        let message = Data("approve R20260302000007-1".utf8)
        let signature = try key.signature(of: message)
        #expect(try key.verifyingKey.isValid(signature, for: message))
        #expect(try !key.verifyingKey.isValid(signature, for: message + Data([0])))
        #expect(try !SigningKey.generate().verifyingKey.isValid(signature, for: message))
        for index in signature.indices {
            var changed = signature
            changed[index] ^= 1
            #expect(try !key.verifyingKey.isValid(changed, for: message))
        }
        #expect(try !key.verifyingKey.isValid(signature.dropLast(), for: message))
        #expect(try !key.verifyingKey.isValid(Data(), for: message))
    }

    @Test func aKeyOfOpenSSLsIsReadAndIdentified() throws {
        // RFC 8410, sections 10.1 and 10.3.
        let pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----

            """
        let key = try SigningKey(pem: pem)
        #expect(key.verifyingKey.base64() == "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
        #expect(key.verifyingKey.id.count == 16)
        #expect(try key.pem() == pem)
        #expect("\(key)" == "SigningKey")
    }

    @Test(arguments: ["", "no PEM", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(throws: CryptoError.malformedPrivateKey) { try SigningKey(pem: text) }
        #expect(throws: CryptoError.malformedPublicKey) { try VerifyingKey(text: text) }
    }

    @Test func aKeyFileIsItsOwnersAloneAndNeverWrittenOver() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString).pem")
        defer { try? FileManager.default.removeItem(at: file) }
        let key = try SigningKey.generate()
        try key.write(to: file)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try SigningKey(file: file).verifyingKey.id == key.verifyingKey.id)
        #expect(throws: CryptoError.unwritableKey(file: file.path)) { try SigningKey.generate().write(to: file) }
    }
}
