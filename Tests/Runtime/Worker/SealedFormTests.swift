import Contracts
import Crypto
import Domain
import Foundation
import Runtime
import Testing

/// What the sealers write has the form by which Domain knows a person's words.
struct SealedFormTests {
    private static let keyring = Result { () throws(CryptoError) in
        try Keyring(current: "2026-03", keys: ["2026-03": .generate()])
    }

    @Test(arguments: ["", "是", "用户要求三日内答复,并致歉。", String(repeating: "长", count: 4_000)])
    func whatIsSealedIsKnownAsAPersonsWords(words: String) throws {
        let plain = Data(words.utf8)
        let keyring = try Self.keyring.get()
        let guardian = try SealingGuard(keyring: keyring, lineKey: .generate(), givesCustomersKeys: true)
        let texts: [SealedText] = [
            SealedText(ciphertext: try Sealer(keyring).seal(plain, context: SealContext.note)),
            SealedText(ciphertext: try CustomerKey().seal(plain, context: SealContext.note)),
            try guardian.seal(plain, context: SealContext.note),
            try guardian.documentSeal(keeping: nil).seal(plain, context: SealContext.note),
            try guardian.sealApart(plain, context: SealContext.note).text,
        ]
        for text in texts {
            #expect(SealedText.isCiphertext(text.ciphertext))
            #expect(Reason(text.ciphertext) == .words(text))
        }
    }

    @Test func aWrappedKeyIsNoPersonsWords() throws {
        let wrapped = try CustomerKey().wrapped(by: Sealer(Self.keyring.get()))
        #expect(!SealedText.isCiphertext(wrapped))
    }
}
