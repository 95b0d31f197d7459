import Foundation
import JSON
import Testing

/// That equal contents have one spelling, and different ones two.
struct CanonicalJSONTests {
    private func spelling(_ text: String) -> String? {
        CanonicalJSON.bytes(of: Data(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        (#"{"a":1,"b":[true,null,"x"]}"#, " { \"b\" : [ true , null,\"x\" ] ,\n\t\"a\":1 } "),
        (#"{"customer":"李雷"}"#, #"{"customer":"\u674e\u96f7"}"#), (#"{"a":"😀"}"#, #"{"a":"\uD83D\ude00"}"#),
        (#"{"a":"/"}"#, #"{"a":"\/"}"#), (#"{"a":"\""}"#, #"{"a":"\u0022"}"#), (#"{"a":"\\"}"#, #"{"a":"\u005c"}"#),
        (#"{"a":"\n"}"#, #"{"a":"\u000a"}"#), (#"{"x":{"b":1,"a":2}}"#, #"{"x":{"a":2,"b":1}}"#), ("{}", "{ }"), ("[]", "[ ]"),
    ])
    func theSameContentHasOneSpelling(one: String, other: String) throws {
        let first = try #require(spelling(one))
        #expect(first == spelling(other))
    }

    @Test func theSpellingStaysAsItWasStored() {
        // Digests of it are kept for as long as events are known again, across releases: names in the order of their bytes with the quotation marks.
        let text = #" {"b": {"d" :1.0,"c":[ 1e5 ,{"z":1,"y":2}]}, "a b":"\u674e", "a":"x\"y" , "":null}"#
        #expect(spelling(text) == #"{"":null,"a b":"李","a":"x\"y","b":{"c":[1e5,{"y":2,"z":1}],"d":1.0}}"#)
        #expect(spelling(#"{"c":{"b":[],"a":{}},"a":"/","b":"\\"}"#) == #"{"a":"/","b":"\\","c":{"a":{},"b":[]}}"#)
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"{"a":2}"#), (#"{"a":"1"}"#, #"{"a":1}"#), (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#), ("[1,2]", "[2,1]"),
        (#"{"a":"x\",\"b\":\"y"}"#, #"{"a":"x","b":"y"}"#), (#"{"a":{},"b":[]}"#, #"{"a":[],"b":{}}"#), (#"{"a":" "}"#, #"{"a":""}"#),
    ])
    func differentContentsHaveTwo(one: String, other: String) throws {
        let first = try #require(spelling(one))
        #expect(first != spelling(other))
    }

    @Test(arguments: [
        "", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1}}"#, #"{"a":"\ud83d"}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#, "[1,]x", #"{"a":"b"#,
        String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
    func whatIsNoJSONHasNone(text: String) {
        #expect(spelling(text) == nil)
    }
}
