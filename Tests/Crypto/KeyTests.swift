import Crypto
import Foundation
import Testing

@Suite struct KeyTests {
    private let bytes = Data(0..<32)
    private let digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

    @Test func aKeyIsReadFromHexadecimalAndEitherBase64() throws {
        let base64 = bytes.base64EncodedString()
        #expect(try SealingKey(text: digits).base64() == base64)
        #expect(try SealingKey(text: digits.uppercased()).base64() == base64)
        #expect(try SealingKey(text: " \(base64)\n").base64() == base64)
        let awkward = Data(repeating: 0xFF, count: 32).base64EncodedString()
        let urlSafe = awkward.replacing("/", with: "_").replacing("=", with: "")
        #expect(try SealingKey(text: urlSafe).base64() == awkward)
    }

    @Test(arguments: ["", "00", "not a key", String(repeating: "0", count: 62), String(repeating: "g", count: 64), "AAAA=AAA"])
    func whatIsNo32BytesIsNoKey(_ text: String) {
        #expect(throws: CryptoError.malformedKey) { try SealingKey(text: text) }
    }

    @Test func aKeyIsReadFromAFile() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
        try Data("\(digits)\n".utf8).write(to: file)
        #expect(try SealingKey(file: file).base64() == bytes.base64EncodedString())
        try FileManager.default.removeItem(at: file)
        #expect(throws: CryptoError.unreadableKey(file: file.path, reason: "there is no such file")) { try SealingKey(file: file) }
    }

    @Test func twoGeneratedKeysDiffer() throws {
        #expect(try SealingKey.generate().base64() != SealingKey.generate().base64())
    }

    @Test func printingAKeyShowsNothing() throws {
        let key = try SealingKey(text: digits)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\(try Keyring(current: "k", keys: ["k": key]))"] {
            #expect(!text.contains("000102"))
            #expect(!text.contains(key.base64()))
        }
    }

    @Test func aKeyringIsReadFromTextWithTheCurrentKeyFirst() throws {
        let old = try SealingKey.generate().base64()
        let keyring = try Keyring(text: "# keys\n\n2024-04 \(digits) # current\n2024-03   \(old)\n")
        #expect(keyring.current == "2024-04")
        #expect(keyring.identifiers == ["2024-04", "2024-03"])
    }

    @Test func aBrokenKeyringNamesItsLine() throws {
        #expect(throws: CryptoError.malformedKeyring(line: 2)) { try Keyring(text: "a \(digits)\nb") }
        #expect(throws: CryptoError.malformedKeyring(line: 1)) { try Keyring(text: "a 0011") }
        #expect(throws: CryptoError.malformedKeyID("a.b")) { try Keyring(text: "a.b \(digits)") }
        #expect(throws: CryptoError.incompleteKeyring) { try Keyring(text: "a \(digits)\na \(digits)") }
        #expect(throws: CryptoError.incompleteKeyring) { try Keyring(text: "# none\n") }
        #expect(throws: CryptoError.incompleteKeyring) { try Keyring(current: "a", keys: [:]) }
    }
}
