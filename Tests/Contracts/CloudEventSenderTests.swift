import Foundation
import Testing

@testable import Contracts

/// Whose a message was that is no proper CloudEvent.
struct CloudEventSenderTests {
    private func sender(_ payload: String?, _ headers: [(name: String, value: Data?)] = []) -> [String?] {
        let sender = CloudEventSender.read(value: payload.map { Data($0.utf8) }, headers: HeaderList(headers))
        return [sender.source, sender.type]
    }

    @Test func headersTellItInBinaryMode() {
        #expect(
            sender("no JSON", [("ce_source", Data("/gateway/app".utf8)), ("ce_type", Data("t".utf8))]) == ["/gateway/app", "t"])
    }

    @Test func thePayloadTellsItInStructuredModeThoughTheRestIsWrong() {
        #expect(sender(#"{"source":"/gateway/app","type":"t","id":7}"#) == ["/gateway/app", "t"])
        #expect(sender(#"{"source":7,"type":"t"}"#) == [nil, "t"])
    }

    @Test func nothingIsToldWhereNothingCanBeRead() {
        #expect(sender(nil) == [nil, nil])
        #expect(sender("no JSON") == [nil, nil])
        #expect(sender(#"{"source":""}"#) == [nil, nil])
        #expect(sender("x", [("ce_source", Data([0xFF]))]) == [nil, nil])
        #expect(sender(#"{"source":"\#(String(repeating: "x", count: 300))"}"#) == [nil, nil])
        #expect(sender(#"{"source":"a\u0000b"}"#) == [nil, nil])
    }
}
