import Foundation
import Testing

@testable import OperatorService

@Suite struct DeadLetterPlaceTests {
    @Test func aPlaceIsReadAsItIsWritten() throws {
        let place = try #require(DeadLetterPlace("sla-monitor/complaint/3/12"))
        #expect(place == DeadLetterPlace(service: "sla-monitor", group: "complaint", lane: 3, number: 12))
        #expect(place.description == "sla-monitor/complaint/3/12")
    }

    @Test(arguments: [
        "", "dispatch/complaint/3", "dispatch/complaint/3/12/1", "billing/complaint/3/12", "dispatch//3/12", "dispatch/complaint/x/12",
        "dispatch/complaint/+3/12", "dispatch/complaint/3/+12", "dispatch/complaint/-3/12", "dispatch/complaint/3/１２",
    ])
    func whatIsNoPlaceIsRefused(_ text: String) {
        #expect(DeadLetterPlace(text) == nil)
    }

    @Test func bytesThatAreNoTextAreShownInHexadecimalAndControlCharactersDoNotReachTheTerminal() {
        #expect(OpenedMessage.text(Data([0xFF, 0x00])) == "0xff00")
        #expect(OpenedMessage.text(Data("\u{1B}[2J".utf8)) == "0x1b5b324a")
        #expect(OpenedMessage.text(Data("多收\n10 元".utf8)) == "多收\n10 元")
        #expect(OpenedMessage.text(nil) == "null")
    }
}
