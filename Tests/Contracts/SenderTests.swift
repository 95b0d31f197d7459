import Foundation
import Testing

@testable import Contracts

/// Who is found to have sent a message that cannot be read.
struct SenderTests {
    private func binary(_ headers: (String, String)..., value: String = "{}") -> CloudEvent? {
        CloudEventReader.sender(value: Data(value.utf8), headers: HeaderList(headers.map { (name: $0.0, value: Data($0.1.utf8)) }))
    }

    private func structured(_ text: String) -> CloudEvent? { CloudEventReader.sender(value: Data(text.utf8), headers: HeaderList([])) }

    @Test func inBinaryModeTheHeadersAloneTellIt() throws {
        let event = try #require(
            binary(
                ("ce_specversion", "0.3"), ("ce_id", "7"), ("ce_source", "/g"), ("ce_type", "t"), ("ce_correlationid", "f"),
                value: "no JSON"))
        #expect((event.id, event.source, event.type, event.correlationID) == ("7", "/g", "t", "f"))
        #expect(event.data == Data("no JSON".utf8))
    }

    @Test func whatElseIsWrongOrMissingIsLeftOut() throws {
        let event = try #require(binary(("ce_id", "7"), ("ce_source", "/g"), ("ce_time", "yesterday"), ("ce_correlationid", "")))
        #expect((event.type, event.correlationID) == ("", nil))
    }

    @Test func inStructuredModeTheMembersTellItThoughOthersHaveTheWrongType() throws {
        let event = try #require(structured(#"{"specversion":"1.0","id":"7","source":"/g","type":5,"data":{"line":1}}"#))
        #expect((event.id, event.source, event.type) == ("7", "/g", ""))
        #expect(event.data == Data(#"{"line":1}"#.utf8))
    }

    @Test(arguments: [
        #"{"id":"7","source":"/g""#, #"["id"]"#, "", #"{"id":7,"source":"/g"}"#, #"{"id":"7"}"#, #"{"id":"","source":"/g"}"#,
        #"{"id":"7","source":"\u0007"}"#,
    ])
    func withoutAReadableSourceAndIDThereIsNobody(text: String) {
        #expect(structured(text) == nil)
    }

    @Test func whoIsNamedTwiceIsNobody() {
        #expect(binary(("ce_id", "7"), ("ce_id", "8"), ("ce_source", "/g")) == nil)
        #expect(binary(("ce_id", "7"), ("ce_source", String(repeating: "s", count: 257))) == nil)
        #expect(CloudEventReader.sender(value: nil, headers: HeaderList([])) == nil)
    }
}
