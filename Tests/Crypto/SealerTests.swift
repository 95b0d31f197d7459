import Crypto
import Foundation
import Testing

@Suite struct SealerTests {
    private let plain = Data("张三 13800138000".utf8)
    private let march: SealingKey
    private let april: SealingKey
    private let sealer: Sealer

    init() throws {
        march = try SealingKey.generate()
        april = try SealingKey.generate()
        sealer = try Sealer(Keyring(current: "2024-03", keys: ["2024-03": march]))
    }

    @Test func whatWasSealedOpensUnderItsContext() throws {
        for plain in [plain, Data(), Data(repeating: 7, count: 100_000), Data("xx".utf8).dropFirst()] {
            let text = try sealer.seal(plain, context: "GD-2024-0001 contact")
            #expect(try sealer.open(text, context: "GD-2024-0001 contact") == plain)
        }
    }

    @Test func theSameTextIsSealedDifferentlyEachTime() throws {
        let texts = try (0..<1000).map { _ in try sealer.seal(plain, context: "") }
        #expect(Set(texts).count == 1000)
    }

    @Test func aSealedTextNamesItsKeyAndHoldsNoPlainText() throws {
        let text = try sealer.seal(plain, context: "c")
        #expect(text.hasPrefix("v1.2024-03."))
        #expect(Sealer.key(of: text) == "2024-03")
        #expect(Sealer.key(of: "13800138000") == nil)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
    }

    @Test func anotherContextDoesNotOpenIt() throws {
        let text = try sealer.seal(plain, context: "GD-2024-0001 contact")
        #expect(throws: CryptoError.tampered) { try sealer.open(text, context: "GD-2024-0002 contact") }
        #expect(throws: CryptoError.tampered) { try sealer.open(text, context: "") }
        #expect(try sealer.open(text, context: "GD-2024-0001 contact") == plain)
    }

    @Test func anyChangedLetterIsNoticed() throws {
        let text = try sealer.seal(Data("a".utf8), context: "c")
        for index in text.indices.dropFirst("v1.2024-03.".count) {
            var altered = text
            altered.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
            #expect(throws: CryptoError.self) { try sealer.open(altered, context: "c") }
        }
    }

    @Test func anotherKeyOfTheSameNameDoesNotOpenIt() throws {
        let other = try Sealer(Keyring(current: "2024-03", keys: ["2024-03": april]))
        #expect(throws: CryptoError.tampered) { try other.open(sealer.seal(plain, context: "c"), context: "c") }
    }

    @Test func aKeyThatIsNotThereIsNamed() throws {
        let other = try Sealer(Keyring(current: "2024-04", keys: ["2024-04": april]))
        #expect(throws: CryptoError.unknownKey("2024-03")) { try other.open(sealer.seal(plain, context: "c"), context: "c") }
    }

    @Test func afterARotationOldTextsOpenAndNewOnesUseTheNewKey() throws {
        let old = try sealer.seal(plain, context: "c")
        let rotated = try Sealer(Keyring(current: "2024-04", keys: ["2024-03": march, "2024-04": april]))
        #expect(try rotated.open(old, context: "c") == plain)
        let new = try rotated.seal(plain, context: "c")
        #expect(Sealer.key(of: new) == "2024-04")
        #expect(try rotated.open(new, context: "c") == plain)
        #expect(throws: CryptoError.unknownKey("2024-04")) { try sealer.open(new, context: "c") }
    }

    @Test(arguments: [
        "", "v1", "v1.2024-03", "v2.2024-03.AAAA", "v1.2024-03.AA=A", "v1.2024-03.AA+A", "v1.2024-03.A", "v1.2024-03.AB",
        "v1.2024-03.AAAA", "v1.2024-03.AAAA.AAAA", "张三",
    ])
    func whatIsNoSealedTextIsToldFromATamperedOne(_ text: String) {
        #expect(throws: CryptoError.malformed) { try sealer.open(text, context: "c") }
    }
}
