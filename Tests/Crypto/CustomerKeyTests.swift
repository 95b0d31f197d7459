import Foundation
import Testing

@testable import Crypto

/// A customer's own key: what it seals opens by it alone, and it is read by the holders of the keyring alone.
@Suite struct CustomerKeyTests {
    private let plain = Data("王芳, 13800138000".utf8)

    private func sealer(_ current: String = "k1") throws -> Sealer {
        try Sealer(Keyring(current: current, keys: [current: .generate()]))
    }

    @Test func whatAKeySealsOpensByItUnwrappedAgain() throws {
        let sealer = try sealer()
        let key = try CustomerKey()
        let text = try key.seal(plain, context: "c")
        #expect(text.hasPrefix("v2.\(key.id)."))
        #expect(CustomerKey.id(of: text) == key.id && Sealer.key(of: text) == nil)
        let wrapped = try key.wrapped(by: sealer)
        #expect(CustomerKey.id(ofWrapped: wrapped) == key.id)
        #expect(try CustomerKey(wrapped: wrapped, by: sealer).open(text, context: "c") == plain)
    }

    @Test func neitherTheKeyringNorAnotherCustomersKeyOpensIt() throws {
        let sealer = try sealer()
        let (key, other) = (try CustomerKey(), try CustomerKey())
        let text = try key.seal(plain, context: "c")
        #expect(throws: CryptoError.malformed, "without the key there is nothing to open") { try sealer.open(text, context: "c") }
        #expect(throws: CryptoError.unknownKey(key.id)) { try other.open(text, context: "c") }
        let renamed = text.replacing(key.id, with: other.id)
        #expect(throws: CryptoError.tampered) { try other.open(renamed, context: "c") }
        #expect(throws: CryptoError.tampered) { try key.open(text, context: "another") }
    }

    @Test func aWrappedKeyIsNothingToWhoLacksTheKeyring() throws {
        let wrapped = try CustomerKey().wrapped(by: sealer("2026-03"))
        #expect(throws: CryptoError.unknownKey("2026-03")) { try CustomerKey(wrapped: wrapped, by: sealer("2026-04")) }
        #expect(throws: CryptoError.tampered) { try CustomerKey(wrapped: wrapped, by: sealer("2026-03")) }
    }

    @Test(arguments: ["", ":", "v1.k1.AAAA", ":v1.k1.AAAA", "abc", "abc:", "abc:v2.k.AAAA"])
    func whatIsNoWrappedKeyIsRefused(text: String) throws {
        let sealer = try sealer()
        #expect(throws: CryptoError.self) { try CustomerKey(wrapped: text, by: sealer) }
    }

    @Test func noTwoKeysAreAlike() throws {
        let keys = try (0..<200).map { _ in try CustomerKey() }
        #expect(Set(keys.map(\.id)).count == 200)
        #expect(keys.allSatisfy { $0.id.utf8.count == 16 })
    }
}
