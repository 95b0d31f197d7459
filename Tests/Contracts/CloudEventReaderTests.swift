import Contracts
import Domain
import Foundation
import Testing

struct CloudEventReaderTests {
    static let submitted = """
        {"specversion":"1.0","id":"8a1f","source":"/gateway/10000","type":"redress.intake.submitted.v1",\
        "time":"2026-03-02T09:15:00+08:00","subject":"x","sequence":"7","province":"CN-JS",\
        "data":{"line":"13800138000","note":"空格 \\"quoted\\" / slash"}}
        """

    @Test(arguments: [
        [], [("content-type", "application/cloudevents+json; charset=UTF-8")], [("Content-Type", "application/cloudevents+json")],
    ])
    func aStructuredEventIsReadWithItsDataAndUnknownExtensionsAreIgnored(headers: [(String, String)]) throws {
        let event = try CloudEventReader.read(
            value: Data(Self.submitted.utf8), headers: headers.map { (name: $0.0, value: Data($0.1.utf8)) })
        #expect(event.id == "8a1f")
        #expect(event.source == "/gateway/10000")
        #expect(event.type == "redress.intake.submitted.v1")
        #expect(event.time == Instant("2026-03-02T01:15:00Z"))
        #expect(event.sequence == 7)
        let data = try JSONDecoder().decode([String: String].self, from: event.data)
        #expect(data == ["line": "13800138000", "note": "空格 \"quoted\" / slash"])
    }

    @Test func whatIsWrittenInBinaryModeIsReadBackTheSame() throws {
        let event = CloudEvent(
            id: "C20260302003000127/3", source: "/redress/intake", type: "redress.complaint.registered.v1",
            time: Instant("2026-03-02T01:15:00.250Z"), subject: "C20260302003000127", dataContentType: "application/json",
            partitionKey: "C20260302003000127", sequence: 3, traceParent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            correlationID: "form-8a1f", causationID: "8a1f", data: Data(#"{"complaint":"C20260302003000127"}"#.utf8))
        let headers = CloudEventWriter.headers(for: event).map { (name: $0.name, value: Optional($0.value)) }
        #expect(
            headers.map(\.name) == [
                "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_partitionkey", "ce_sequence",
                "ce_traceparent", "ce_correlationid", "ce_causationid", "content-type",
            ])
        #expect(try CloudEventReader.read(value: event.data, headers: headers) == event)
    }

    @Test(arguments: EventType.all.map(\.name))
    func aTextLikeAKnownOneIsReadAsItIs(known: String) throws {
        for type in [known, "R" + known.dropFirst(), known.dropLast() + "9", known + "0", String(known.dropLast())] {
            let event = CloudEvent(
                id: "1", source: known, type: type, subject: known, dataContentType: "application/json", partitionKey: type + "é",
                data: Data("{}".utf8))
            let headers = CloudEventWriter.headers(for: event).map { (name: $0.name, value: Optional($0.value)) }
            #expect(try CloudEventReader.read(value: event.data, headers: headers) == event)
        }
    }

    @Test func aPartitionKeyBesideAnotherSubjectIsItsOwn() throws {
        let headers = [("ce_specversion", "1.0"), ("ce_id", "1"), ("ce_source", "/g"), ("ce_type", "t")]
        func read(_ more: [(String, String)]) throws -> CloudEvent {
            try CloudEventReader.read(value: Data("{}".utf8), headers: (headers + more).map { (name: $0.0, value: Data($0.1.utf8)) })
        }
        #expect(try read([("ce_subject", "abc"), ("ce_partitionkey", "abd")]).partitionKey == "abd")
        #expect(try read([("ce_subject", "abc"), ("ce_partitionkey", "abc")]).partitionKey == "abc")
        #expect(try read([("ce_partitionkey", "abc"), ("ce_subject", "x")]).partitionKey == "abc")
        // Of several the first counts.
        #expect(try read([("ce_subject", "abc"), ("ce_partitionkey", "abd"), ("ce_partitionkey", "abc")]).partitionKey == "abd")
    }

    @Test(arguments: [
        ("a\u{85}b", false), ("a\u{9F}", false), ("\u{7F}", false), ("a\u{A0}b", true), ("é", true), ("\u{C2}", true), ("号码", true),
    ])
    func aSubjectWithAControlCharacterIsPassedOver(subject: String, isRead: Bool) throws {
        let event = CloudEvent(id: "1", source: "/g", type: "t", subject: subject, data: Data("{}".utf8))
        let headers = CloudEventWriter.headers(for: event).map { (name: $0.name, value: Optional($0.value)) }
        #expect(try CloudEventReader.read(value: event.data, headers: headers).subject == (isRead ? subject : nil))
    }

    @Test func whatIsWrittenInStructuredModeIsReadBackTheSame() throws {
        let event = CloudEvent(
            id: "a\"b\\c\u{9}", source: "/gateway/app", type: "redress.intake.urged.v1", correlationID: "form-8a1f",
            causationID: "8a1f", data: Data(#"{"line":"13800138000"}"#.utf8))
        var readable = event
        readable.id = "a\"b\\c"
        readable.dataContentType = "application/json"
        let written = CloudEventWriter.structured(readable)
        #expect(try CloudEventReader.read(value: written, headers: []) == readable)
        #expect(throws: Fault(field: "id", problem: "has a control character", expected: "printable text")) {
            try CloudEventReader.read(value: CloudEventWriter.structured(event), headers: [])
        }
    }

    @Test func dataInBase64IsDecoded() throws {
        let encoded = Data(#"{"line":"10000"}"#.utf8).base64EncodedString()
        let text = #"{"specversion":"1.0","id":"1","source":"/g","type":"t","data_base64":"\#(encoded)"}"#
        #expect(try CloudEventReader.read(value: Data(text.utf8), headers: []).data == Data(#"{"line":"10000"}"#.utf8))
    }

    struct Breach: CustomTestStringConvertible, Sendable {
        let name: String
        let value: Data?
        let fault: String
        var headers: [String: String] = [:]
        var testDescription: String { name }

        init(_ name: String, _ value: String?, _ fault: String, headers: [String: String] = [:]) {
            self.init(name, bytes: value.map { Data($0.utf8) }, fault, headers: headers)
        }

        init(_ name: String, bytes: Data?, _ fault: String, headers: [String: String] = [:]) {
            self.name = name
            self.value = bytes
            self.fault = fault
            self.headers = headers
        }
    }

    static let breaches: [Breach] = [
        Breach("null payload", nil, "the message has a null payload; expected a CloudEvent 1.0"),
        Breach("empty payload", "", "the message is empty; expected a JSON object"),
        Breach("not JSON", "complaint about 138", "the message is not JSON; expected a value at byte 0"),
        Breach("cut off", #"{"specversion":"1.0","id":"#, "the message is not JSON; expected more, as it ends at byte 26"),
        Breach(
            "half an emoji", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","data":{"description":"x\ud83d"}}"#,
            "data.description has half a surrogate pair; expected both halves of the character that was cut at byte 79"),
        Breach("a list", "[]", "the message is JSON but not an object; expected a JSON object"),
        Breach(
            "invalid UTF-8", bytes: Data([0x7B, 0x22, 0x69, 0x64, 0x22, 0x3A, 0x22, 0xC3, 0x28, 0x22, 0x7D]),
            "the message is not valid UTF-8; expected JSON in UTF-8 at byte 7"),
        Breach("no specversion", #"{"id":"1","source":"/g","type":"t"}"#, "specversion is missing; expected a CloudEvents 1.0 specversion"),
        Breach(
            "specversion 0.3", #"{"specversion":"0.3","id":"1","source":"/g","type":"t"}"#, "specversion is not supported; expected 1.0"),
        Breach(
            "specversion a number", #"{"specversion":1.0,"id":"1","source":"/g","type":"t"}"#,
            "specversion has the wrong type; expected a string"),
        Breach("no id", #"{"specversion":"1.0","source":"/g","type":"t"}"#, "id is missing; expected a CloudEvents 1.0 id"),
        Breach("id null", #"{"specversion":"1.0","id":null,"source":"/g","type":"t"}"#, "id is missing; expected a CloudEvents 1.0 id"),
        Breach("id empty", #"{"specversion":"1.0","id":"","source":"/g","type":"t"}"#, "id is empty; expected some text"),
        Breach("id a number", #"{"specversion":"1.0","id":5,"source":"/g","type":"t"}"#, "id has the wrong type; expected a string"),
        Breach(
            "id too long", #"{"specversion":"1.0","id":"\#(String(repeating: "x", count: 257))","source":"/g","type":"t"}"#,
            "id is too long; expected at most 256 bytes"),
        Breach(
            "id with a zero byte", #"{"specversion":"1.0","id":"a\u0000b","source":"/g","type":"t"}"#,
            "id has a control character; expected printable text"),
        Breach("no source", #"{"specversion":"1.0","id":"1","type":"t"}"#, "source is missing; expected a CloudEvents 1.0 source"),
        Breach("no type", #"{"specversion":"1.0","id":"1","source":"/g"}"#, "type is missing; expected a CloudEvents 1.0 type"),
        Breach("id twice", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","id":"1"}"#, "id is given twice; expected one id"),
        Breach(
            "data given twice", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","data":{},"data":{}}"#,
            "data is given twice; expected one data"),
        Breach(
            "a source with a blank", #"{"specversion":"1.0","id":"1","source":"/gateway 1","type":"t"}"#,
            "source is not a URI reference; expected one of RFC 3986, such as /gateway/hotline"),
        Breach(
            "data in XML", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","datacontenttype":"application/xml","data":"<a/>"}"#,
            "datacontenttype is not JSON; expected application/json"),
        Breach(
            "data twice", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","data":{},"data_base64":"e30="}"#,
            "data_base64 is given together with data; expected only one of the two"),
        Breach(
            "Base64 with stray letters", #"{"specversion":"1.0","id":"1","source":"/g","type":"t","data_base64":"***"}"#,
            "data_base64 is not Base64; expected the data in Base64"),
        Breach(
            "a batch", "[]", "content-type is not supported; expected application/cloudevents+json",
            headers: ["content-type": "application/cloudevents-batch+json"]),
        Breach(
            "binary without a type", "{}", "type is missing; expected a CloudEvents 1.0 type",
            headers: ["ce_specversion": "1.0", "ce_id": "1", "ce_source": "/g"]),
    ]

    @Test(arguments: breaches)
    func aBreachIsAFaultThatNamesTheFieldAndNeverTheValue(breach: Breach) throws {
        let fault = #expect(throws: Fault.self) {
            try CloudEventReader.read(value: breach.value, headers: breach.headers.map { (name: $0.key, value: Data($0.value.utf8)) })
        }
        #expect(fault?.description == breach.fault)
    }

    @Test func aHeaderGivenTwiceIsRefused() {
        let headers: [(name: String, value: Data?)] = ["ce_specversion", "ce_id", "ce_id"].map { ($0, Data("1.0".utf8)) }
        #expect(throws: Fault(field: "id", problem: "is given twice", expected: "one header ce_id")) {
            try CloudEventReader.read(value: Data("{}".utf8), headers: headers)
        }
    }
}
