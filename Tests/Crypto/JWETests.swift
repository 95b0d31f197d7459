import Foundation
import Testing

@testable import Crypto

/// Texts sealed for one gateway, by JSON Web Encryption. That another library opens them is shown where `open.py` runs.
@Suite struct JWETests {
    private let text = Data(#"{"contact":"13800138000"}"#.utf8)

    /// RFC 7748, section 6.1, whose keys RFC 8037, appendix A.6, uses as well.
    @Test func twoKeysAgreeAsPublished() throws {
        let alice = try GatewayKey(
            #require(Hexadecimal.decode("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")))
        let bob = try GatewayKey(
            #require(Hexadecimal.decode("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")))
        #expect(
            Hexadecimal.encode(alice.recipient.bytes) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
        #expect(Hexadecimal.encode(bob.recipient.bytes) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
        let secret = try alice.agreement(with: bob.recipient)
        #expect(Hexadecimal.encode(secret) == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")
        #expect(try bob.agreement(with: alice.recipient) == secret)
    }

    @Test func onlyTheRecipientOpensAText() throws {
        let sms = try GatewayKey.generate()
        let mail = try GatewayKey.generate()
        let sealed = try JWE.seal(text, for: sms.recipient, contentType: "json")
        #expect(sealed.split(separator: ".", omittingEmptySubsequences: false).count == 5)
        #expect(try JWE.open(sealed, by: sms) == text)
        #expect(throws: CryptoError.unknownKey(sms.recipient.id)) { try JWE.open(sealed, by: mail) }
    }

    @Test func theSameTextIsNeverSealedAlike() throws {
        let sms = try GatewayKey.generate()
        #expect(
            try JWE.seal(text, for: sms.recipient, contentType: "json") != JWE.seal(text, for: sms.recipient, contentType: "json"))
    }

    @Test func aChangedTextIsNotOpened() throws {
        let sms = try GatewayKey.generate()
        let parts = try JWE.seal(text, for: sms.recipient, contentType: "json").split(
            separator: ".", omittingEmptySubsequences: false)
        for place in [2, 3, 4] {
            var changed = parts.map(String.init)
            changed[place] = (changed[place].hasPrefix("A") ? "B" : "A") + changed[place].dropFirst()
            #expect(throws: CryptoError.tampered) { try JWE.open(changed.joined(separator: "."), by: sms) }
        }
    }

    @Test(arguments: ["", "a.b.c", "....", "e30....", "e30.AA.AA.AA.AA"])
    func whatIsNoSuchTextIsSaidToBeNone(_ text: String) throws {
        let key = try GatewayKey.generate()
        #expect(throws: CryptoError.malformed) { try JWE.open(text, by: key) }
    }

    /// With it everybody would agree on the same.
    @Test func theKeyOfNothingButZerosIsRefused() {
        #expect(throws: CryptoError.malformedPublicKey) { try RecipientKey(Data(count: 32)) }
    }

    @Test func aGatewaysKeyIsKeptAsPEM() throws {
        let key = try GatewayKey.generate()
        #expect(try GatewayKey(pem: key.pem()).recipient == key.recipient)
        #expect(throws: CryptoError.malformedPrivateKey) { try GatewayKey(pem: SigningKey.generate().pem()) }
        #expect("\(key)" == "GatewayKey")
    }
}
