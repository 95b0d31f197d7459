import Contracts
import Domain
import Foundation
import Testing

/// Of several things that are wrong with an intake event, its sender is told one: always the same.
struct IntakeFaultOrderTests {
    private func field(_ type: IntakeType, _ members: String) throws -> String? {
        let event = IntakeReaderTests.event(#"{"line":"13800138000",\#(members)}"#, type: type)
        guard case .invalid(let fault) = try IntakeReader.read(event, guard: PlainGuard()).content else { return nil }
        return fault.field
    }

    private static let long = String(repeating: "慢", count: 201)

    @Test(arguments: [
        // A wrong JSON type comes before any wrong value, wherever it stands.
        (IntakeType.submitted, #""channel":"","writtenByCustomer":"yes""#, "data.writtenByCustomer"),
        (.submitted, #""customer":"a\u0000b","province":7,"takenBy":1"#, "data.province"),
        (.appealed, #""appeal":{"body":"","satisfied":"no"},"duties":7"#, "data.appeal.satisfied"),
        // Then what the customer says, and how it was settled behind that; only then where it came in.
        (.submitted, #""channel":"","customer":"a\u0000b""#, "data.customer"),
        (.supplemented, #""settlement":"\u0001","postcode":"\u0001""#, "data.postcode"),
        (.supplemented, #""complaint":"","customer":"\u0001""#, "data.complaint"),
        (.submitted, #""duties":[{"duty":""}],"receivedAt":"today","province":"CN-JS","channel":"app""#, "data.receivedAt"),
        // An appeal's own values come last, and what its form ends with behind them.
        (
            .appealed, #""appeal":{"body":""},"takenBy":"","channel":"app","province":"CN-JS","receivedAt":"2026-03-18T09:15:00Z""#,
            "data.takenBy"
        ),
        (
            .appealed,
            #""appeal":{"otherLaw":"\#(long)","before":["pub"]},"channel":"app","province":"CN-JS","receivedAt":"2026-03-18T09:15:00Z""#,
            "data.appeal.before[0]"
        ),
        // Of a feedback the figures come before the words, and all words are held to their limits.
        (.feedbackGiven, #""channel":"app","customer":"\u0001","satisfaction":6"#, "data.satisfaction"),
        (.feedbackGiven, #""channel":"app","address":7,"customer":"\#(long)""#, "data.customer"),
    ])
    func theFirstFaultIsTold(type: IntakeType, members: String, expected: String) throws {
        #expect(try field(type, members) == expected)
    }

    /// The JSON types of what any event may have are checked in all of them; values only where the type has the field.
    @Test func whatATypeDoesNotHaveIsHeldToItsJSONTypeOnly() throws {
        #expect(try field(.withdrawn, #""channel":7"#) == "data.channel")
        #expect(try field(.withdrawn, #""channel":"","receivedAt":"today","customer":"\u0001","exposure":{"medium":"radio"}"#) == nil)
        #expect(try field(.urged, #""channel":"app","appeal":7,"satisfaction":"x","address":1"#) == nil)
        #expect(try field(.submitted, #""complaint":"","channel":"app","province":"CN-JS","receivedAt":"2026-03-18T09:15:00Z""#) == nil)
    }
}
