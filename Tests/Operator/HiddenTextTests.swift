import Contracts
import Crypto
import Domain
import Foundation
import Testing

@testable import OperatorService

/// What is sealed is never shown as ciphertext.
struct HiddenTextTests {
    private let times = TimeText(offset: .utc)

    private static func sealed(_ text: String) throws -> String {
        try Sealer(Keyring(text: "k1 " + SealingKey.generate().base64())).seal(Data(text.utf8), context: SealContext.note)
    }

    @Test func aSealedReasonIsToldToBeHidden() throws {
        let reason = try Self.sealed("客户要求")
        let transferred = Data(
            #"{"complaint":"C1","workOrder":"W1","from":"marketing","to":"network-operations","by":"10086","reason":"\#(reason)","at":"2026-04-01T01:00:00Z"}"#
                .utf8)
        let account = try EventAccount(
            topic: "redress.work-orders", type: "redress.work-order.transferred.v1", data: transferred, coder: WireCoder(), times: times)
        let report = OrderReport(
            command: "transfer", complaint: "C1", id: "1", outcome: .done(type: "redress.work-order.transferred.v1", account))
        #expect(report.text(times) == "transfer C1: transferred, from marketing, to network-operations\n")
        let json = try JSONOutput.text(report)
        #expect(json.contains("hidden") && !json.contains(reason))
        #expect(account.opened { _ in "in clear" }.details.last?.value == "in clear")
    }

    @Test func sealedWordsAmongOthersAreHiddenToo() throws {
        let sealed = try Self.sealed("秘密")
        #expect(HiddenText.shown("field holds \(sealed); expected text") == "field holds \(HiddenText.words); expected text")
        #expect(HiddenText.shown("policy v1.2.3 of v2.final") == "policy v1.2.3 of v2.final")
    }

    /// Every fact's published example, with each text of it sealed: nothing printed holds the ciphertext.
    @Test(arguments: EventType.all.map(\.name).filter { $0.hasPrefix("redress.work-order.") || $0.hasPrefix("redress.compensation.") })
    func noEventShowsCiphertextWhicheverOfItsWordsAreSealed(type: String) throws {
        let file = ShippedFile.url("Ops/contracts/schemas/\(type).json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        var example = try #require((schema["examples"] as? [[String: Any]])?.first)
        let sealed = try Self.sealed("秘密")
        for field in [
            "reason", "request", "instruction", "finding", "contribution", "note", "conclusion", "plan", "script", "otherProblems",
        ]
        where example[field] is String && !type.contains("appeal-step") { example[field] = sealed }
        let data = try JSONSerialization.data(withJSONObject: example)
        let topic = type.hasPrefix("redress.work-order.") ? "redress.work-orders" : "redress.compensations"
        let account = try EventAccount(topic: topic, type: type, data: data, coder: WireCoder(), times: times)
        let entry = TimelineEntry(at: Instant(seconds: 0), service: "dispatch", order: 0, type: type, account: account)
        #expect(!(Timeline.table([entry], times) + (try JSONOutput.text(entry))).contains(sealed))
    }

    @Test func aNoteIsCalledANoteAndAnAnswerAnAnswer() throws {
        let account = EventAccount("evidence recorded", note: SealedText(ciphertext: "v1.k1.x"))
        let note = TimelineEntry(
            at: Instant(seconds: 0), service: "dispatch", order: 0, type: "t", account: account,
            revealed: .init(kind: .note, text: "录音"))
        #expect(note.detailText == "note \"录音\"")
        #expect(try JSONOutput.text(note).contains(#""note":"录音""#))
        #expect(try !JSONOutput.text(note).contains("answer"))
    }

    @Test func aMessagesTextIsShownToPrograms() throws {
        let account = EventAccount("message to staff", message: .init(title: "催办", text: "请立即处理。"))
        let entry = TimelineEntry(at: Instant(seconds: 0), service: "notification", order: 0, type: "t", account: account)
        #expect(try JSONOutput.text(entry).contains(#""message":{"text":"请立即处理。","title":"催办"}"#))
    }

    @Test func aFigureWithoutASourceIsToldInASentence() {
        #expect(SourceWords.text("S106; the figure is unconfirmed") == "S106; the figure is not confirmed by the source yet")
        #expect(!SourceWords.text("unconfirmed").contains("unconfirmed"))
    }
}
