import Contracts
import Domain
import Foundation
import Testing

/// What is optional in an event costs nobody the event.
struct OptionalAttributeTests {
    private static let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    private static let other = "00-4bf92f3577b34da6a3ce929d0e0e4736-10f067aa0ba902b7-01"
    private static let required = [("ce_specversion", "1.0"), ("ce_id", "1"), ("ce_source", "/g"), ("ce_type", "t")]

    private func binary(_ headers: [(String, String)]) throws -> CloudEvent {
        let all = (Self.required + headers).map { (name: $0.0, value: Optional(Data($0.1.utf8))) }
        return try CloudEventReader.read(value: Data("{}".utf8), headers: all)
    }

    private func structured(_ members: String) throws -> CloudEvent {
        try CloudEventReader.read(
            value: Data(#"{"specversion":"1.0","id":"1","source":"/g","type":"t",\#(members),"data":{}}"#.utf8), headers: [])
    }

    @Test func theTracingGivenTwiceIsTheFirst() throws {
        #expect(try binary([("ce_traceparent", Self.trace), ("ce_traceparent", Self.other)]).traceParent == Self.trace)
        #expect(try structured(#""traceparent":"\#(Self.trace)","traceparent":"\#(Self.other)""#).traceParent == Self.trace)
        #expect(try binary([("traceparent", Self.trace), ("traceparent", Self.other), ("tracestate", "a=b")]).traceParent == nil)
    }

    @Test(arguments: [
        String(repeating: "x", count: 200), "", "nonsense", trace + "-extra", trace.uppercased(), "ff" + trace.dropFirst(2),
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        trace + "\u{7}",
    ])
    func tracingThatIsNoneIsPassedOverAndTheFirstValidOneCounts(value: String) throws {
        #expect(try binary([("ce_traceparent", value)]).traceParent == nil)
        #expect(try binary([("ce_traceparent", value), ("ce_traceparent", Self.trace)]).traceParent == Self.trace)
    }

    @Test func aLaterVersionOfTheTracingIsCarriedOn() throws {
        let later = "01" + Self.trace.dropFirst(2) + "-more"
        #expect(try binary([("ce_traceparent", later)]).traceParent == later)
    }

    @Test(arguments: [
        #""traceparent":5"#, #""traceparent":null"#, #""time":"2026-02-30T09:15:00Z""#, #""time":"0001-01-01T00:00:00+08:00""#,
        #""time":1e400"#, #""time":["2026"]"#, #""sequence":"seven""#, #""sequence":-3"#, #""sequence":99999999999999999999"#,
        #""sequence":"99999999999999999999""#, #""subject":"\u0000""#, #""subject":{}"#, #""dataschema":"""#,
        #""partitionkey":"\#(String(repeating: "k", count: 257))""#, #""offsetid":99999999999999999999"#, #""score":1e400,"score":2"#,
    ])
    func anOptionalAttributeThatIsNotValidIsAsGoodAsAbsent(member: String) throws {
        let event = try structured(member)
        let bare = CloudEvent(id: "1", source: "/g", type: "t", data: Data("{}".utf8))
        #expect(event == bare)
    }

    @Test func anOptionalHeaderThatIsNoTextIsPassedOver() throws {
        let headers = Self.required.map { (name: $0.0, value: Optional(Data($0.1.utf8))) } + [("ce_subject", Data([0xC3, 0x28]))]
        #expect(try CloudEventReader.read(value: Data("{}".utf8), headers: headers).subject == nil)
    }

    @Test func aSignatureThatCannotBeReadIsNoMissingOne() throws {
        #expect(try binary([]).verification == nil)
        #expect(try binary([("ce_dssematerial", String(repeating: "A", count: 5_000))]).verification == "")
        #expect(try structured(#""dssematerial":7"#).verification == "")
        #expect(try structured(#""dssematerial":7,"dssematerial":"abc""#).verification == "abc")
    }

    @Test func aRequiredAttributeGivenTwiceIsAnError() {
        for (name, _) in Self.required {
            let attribute = String(name.dropFirst(3))
            #expect(throws: Fault(field: attribute, problem: "is given twice", expected: "one header \(name)")) {
                try binary([(name, "1.0")])
            }
        }
    }

    @Test func headersDoNotCountWhereTheEventIsStructured() throws {
        let text = #"{"specversion":"1.0","id":"7","source":"/g","type":"t","data":{}}"#
        let headers = [("content-type", "application/cloudevents+json"), ("ce_id", "1"), ("ce_id", "2")]
        let event = try CloudEventReader.read(value: Data(text.utf8), headers: headers.map { (name: $0.0, value: Data($0.1.utf8)) })
        #expect(event.id == "7")
    }

    @Test(arguments: [
        "/gateway/10000", "https://desk.example:8443/12321?a=b#c", "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "mailto:desk@example.org",
        "gateway", "../desk", "//[2001:db8::7]/x", "/%E7%BD%91%E5%85%B3", "?q", "#f", "a;b=c,d/e:f", "http://user:pw@host",
    ])
    func aSourceIsAURIReference(source: String) throws {
        var event = CloudEvent(id: "1", source: source, type: "t", data: Data("{}".utf8))
        event.dataContentType = "application/json"
        #expect(try CloudEventReader.read(value: CloudEventWriter.structured(event), headers: []) == event)
    }

    @Test(arguments: [
        "/gateway 1", "/网关", "/a%2", "/a%zz", "a:b:c d", "1a:b", ":x", "http://host:80a/", "http://ho[st/", "http://[::1", "http://[]/",
        "/a#b#c", "/a|b", "/a\\b", "<a>", "http://a@b@c/", "/a[1]", "/a\"b", "{x}", "^",
    ])
    func whatIsNoURIReferenceIsRefused(source: String) {
        let event = CloudEvent(id: "1", source: source, type: "t", data: Data("{}".utf8))
        #expect(throws: Fault(field: "source", problem: "is not a URI reference", expected: "one of RFC 3986, such as /gateway/hotline")) {
            try CloudEventReader.read(value: CloudEventWriter.structured(event), headers: [])
        }
    }
}
