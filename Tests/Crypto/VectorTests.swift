import Foundation
import Testing

@testable import Crypto

@Suite struct VectorTests {
    /// AES-256 test cases 13 to 16 of "The Galois/Counter Mode of Operation (GCM)", as submitted to NIST.
    struct GCMVector: Sendable {
        let key: String
        let plain: String
        let additional: String
        let nonce: String
        let cipher: String
        let tag: String
    }

    static let longKey = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
    static let longPlain =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    static let longCipher =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"

    static let gcm = [
        GCMVector(
            key: String(repeating: "0", count: 64), plain: "", additional: "", nonce: "000000000000000000000000", cipher: "",
            tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        GCMVector(
            key: String(repeating: "0", count: 64), plain: "00000000000000000000000000000000", additional: "",
            nonce: "000000000000000000000000", cipher: "cea7403d4d606b6e074ec5d3baf39d18", tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        GCMVector(
            key: longKey, plain: longPlain + "1aafd255", additional: "", nonce: "cafebabefacedbaddecaf888",
            cipher: longCipher + "898015ad", tag: "b094dac5d93471bdec1a502270e3cc6c"),
        GCMVector(
            key: longKey, plain: longPlain, additional: "feedfacedeadbeeffeedfacedeadbeefabaddad2", nonce: "cafebabefacedbaddecaf888",
            cipher: longCipher, tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    @Test(arguments: gcm)
    func sealingGivesThePublishedCipherText(_ vector: GCMVector) throws {
        let key = try SealingKey(text: vector.key)
        let sealed = hex(vector.nonce + vector.cipher + vector.tag)
        let additional = Array(hex(vector.additional))
        let text = try Sealer(Keyring(current: "k", keys: ["k": key]))
            .seal(hex(vector.plain), context: additional, nonce: Array(hex(vector.nonce)))
        #expect(text.hasPrefix("v1.k."))
        #expect(Base64URL.decode(Array(text.utf8).dropFirst(5)) == Array(sealed))
        #expect(try GCMContext(key: key, encrypts: false).open(Array(sealed), context: additional) == hex(vector.plain))
    }

    /// Cases 1, 2, 3, 4, 6 and 7 of RFC 4231, section 4.
    static let hmac: [(key: Data, data: Data, code: String)] = [
        (Data(repeating: 0x0b, count: 20), Data("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (
            Data("Jefe".utf8), Data("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            Data(repeating: 0xaa, count: 20), Data(repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (Data(1...25), Data(repeating: 0xcd, count: 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        (
            Data(repeating: 0xaa, count: 131), Data("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            Data(repeating: 0xaa, count: 131),
            Data(
                """
                This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being \
                used by the HMAC algorithm.
                """.utf8), "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: hmac)
    func authenticationGivesThePublishedCode(_ key: Data, _ data: Data, _ code: String) throws {
        let hmac = try HMAC(key: key)
        #expect(try hmac.code(for: data) == hex(code))
        // The context is used again: another message in between changes nothing.
        #expect(try hmac.code(for: Data("another".utf8)) != hex(code))
        #expect(try hmac.isValid(hex(code), for: data))
        #expect(try !hmac.isValid(hex(code).dropLast(), for: data))
    }

    /// The examples of FIPS 180-4 ("abc") and of the empty message.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func hashingGivesThePublishedDigest(_ text: String, _ digest: String) {
        #expect(SHA256.hex(Data(text.utf8)) == digest)
        #expect(SHA256.digest(Data(text.utf8)) == hex(digest))
    }

    @Test func anEmptyKeyIsAKeyToo() throws {
        // Computed with Python's hmac module.
        let code = try HMAC(key: Data()).code(for: Data())
        #expect(code == hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"))
    }
}

/// Bytes written as hexadecimal digits, as the published vectors have them.
func hex(_ digits: String) -> Data {
    var data = Data()
    var rest = digits[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
        data.append(byte)
        rest = rest.dropFirst(2)
    }
    return data
}
