import Contracts
import Foundation
import Testing

@testable import Domain

/// Sealed text is no text: nothing shows it, and nothing takes it for words.
struct SealedTextTests {
    private static let ciphertext = "v2.q7Zk2mWc0-Yt5bLe.xUbq0m3J8w3ZL1V9kq2Y5Zk3a7dQfW0s1B4cD6eF8gH9iJ"
    private static let sealed = SealedText(ciphertext: ciphertext)
    private static let at = Instant(seconds: 1_775_005_200)

    /// What may end in a log, a table or a message of a test.
    private static let holders: [any Sendable] = [
        sealed, sealed as SealedText?, [sealed, sealed], ["answer": sealed], Reason.words(sealed),
        SealedText(ciphertext: "v1.k1.AAAA").followed(by: sealed), sealed.parts,
        WorkOrderCommand.answer(sealed), WorkOrderCommand.supervise(by: "marketing", reason: .words(sealed), instruction: .words(sealed)),
        ClaimCommand.decline(reason: .words(sealed)),
        WorkOrderEvent.answered(WorkOrderAnswered(complaint: "C1", workOrder: "W1", answer: sealed, by: "A1", at: at)),
        ClaimEvent.declined(ClaimDeclined(complaint: "C1", claim: "R1", reason: .words(sealed), by: "A1", at: at)),
        GatewayTextDecider.Input.made(sealed), CustomerKeyMade(key: "q7Zk2mWc0-Yt5bLe", wrapped: sealed),
        GatewayText(notification: "N1", complaint: "C1", medium: "sms", sealed: sealed),
    ]

    @Test(arguments: holders.indices)
    func nothingThatPrintsShowsTheCiphertext(index: Int) {
        let holder = Self.holders[index]
        var dumped = ""
        dump(holder, to: &dumped)
        for text in ["\(holder)", String(describing: holder), String(reflecting: holder), dumped] {
            #expect(text.contains("sealed") && !text.contains("xUbq0m3J8w"), "S115: \(text.count) characters show what is sealed")
        }
    }

    @Test func aSealedTextSaysThatItIsSealed() {
        #expect("the answer is \(Self.sealed)" == "the answer is (sealed)")
        #expect("because \(Reason.words(Self.sealed))" == "because (sealed)")
        #expect("because \(Reason.clear("the desk is full"))" == "because the desk is full")
    }

    @Test func equalAreTwoOfOneCiphertextWhateverTheySay() {
        #expect(Self.sealed == SealedText(ciphertext: Self.ciphertext))
        #expect(Self.sealed != SealedText(ciphertext: Self.ciphertext.replacing("xUbq", with: "xUbr")))
        #expect(Reason.words(Self.sealed) != .clear("(sealed)"))
    }

    @Test(arguments: [ciphertext, "v1.k1.abc", "v1.2026-03.AAAA"])
    func aPersonsWordsAreKnownByTheirForm(text: String) {
        #expect(Reason(text) == .words(SealedText(ciphertext: text)))
    }

    @Test(arguments: ["", "the desk is full", "v3.k1.abc", "v1.k1", "v1", "v1.2.3.4", "xv1.k1.abc", "billing did not answer"])
    func whatHasNoSuchFormIsInClear(text: String) {
        #expect(Reason(text) == .clear(text))
    }

    /// The form on the wire and in the tables is that of the text it was.
    @Test(arguments: [ciphertext, "v1.k1.abc", "the desk is full", "", "有\"引号\"的原因"])
    func aReasonIsStoredAndSentAsOneText(text: String) throws {
        let coder = WireCoder()
        let event = WorkOrderUnmerged(
            complaint: "C1", workOrder: "W1", from: "C2", reason: Reason(text), by: "A1", at: Self.at)
        let data = coder.encode(event)
        let written = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(written["reason"] as? String == text)
        #expect(try coder.decode(WorkOrderUnmerged.self, from: data) == event)

        let command = WorkOrderCommand.unmerge(reason: Reason(text))
        #expect(try coder.decode(WorkOrderCommand.self, from: coder.encode(command)) == command)
    }
}
