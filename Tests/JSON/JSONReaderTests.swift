import Foundation
import JSON
import Testing

@Suite struct JSONReaderTests {
    private let reader: JSONReader

    init() throws {
        reader = try JSONReader()
    }

    private func parse(_ text: String) throws -> JSONObject { try reader.parse(Data(text.utf8)) }

    @Test func aCloudEventIsReadFieldByFieldAndItsDataGivenOnByteForByte() throws {
        let data = #"{ "line" : "138\u00301", "nested": {"a": [1, "}]"]},"amount":1e2 }"#
        let event = try parse(
            """
            { "specversion": "1.0", "id": "e-1", "sequence": 7, "urgent": true, "share": 0.25, "note": null,
              "data": \(data) , "tags": ["a", "b"] }
            """)
        #expect(try event.string("id") == "e-1")
        #expect(try event.int("sequence") == 7)
        #expect(try event.bool("urgent"))
        #expect(try event.double("share") == 0.25)
        #expect(try event.double("sequence") == 7)
        #expect(try event.optionalString("note") == nil)
        #expect(try event.optionalString("subject") == nil)
        #expect(try event.contains("note"))
        #expect(try event.rawData("data") == Data(data.utf8))
        #expect(try event.rawData("note") == Data("null".utf8))
        #expect(try event.rawData("sequence") == Data("7".utf8))
        #expect(try event.array("tags").map { try $0.string() } == ["a", "b"])
        let inner = try event.object("data")
        #expect(try inner.string("line") == "13801")
        #expect(try inner.rawData("nested") == Data(#"{"a": [1, "}]"]}"#.utf8))
        #expect(try inner.object("nested").array("a")[1].rawData() == Data(#""}]""#.utf8))
        #expect(try event.members().map(\.name) == ["specversion", "id", "sequence", "urgent", "share", "note", "data", "tags"])
    }

    @Test func faultsOfMembersNameTheMemberAndNeverItsValue() throws {
        let event = try parse(#"{"id": 13800138000, "data": {"line": ["x"], "tags": [1, "13800138000"]}}"#)
        expect("id: expected a string, found integer") { try event.string("id") }
        expect("id: expected a string, found integer") { try event.optionalString("id") }
        expect("type: missing") { try event.string("type") }
        expect("data.line: expected a string, found array") { try event.object("data").string("line") }
        expect("data.unit: missing") { try event.object("data").rawData("unit") }
        expect("data.tags[1]: expected a whole number, found string") { try event.object("data").array("tags")[1].int() }
        expect("data: expected an array, found object") { try event.array("data") }
        expect("expected an object, found array") { try parse("[1]") }
    }

    @Test func escapesAndSurrogatePairsAreDecodedAndTheRawBytesAreNot() throws {
        let event = try parse(#"{"a\n": "\"\\\/\b\f\n\r\t\u6295\uD83D\uDE00é", "b": "\u0000x"}"#)
        #expect(try event.string("a\n") == "\"\\/\u{8}\u{C}\n\r\t投😀é")
        #expect(try event.string("b") == "\0x")
        #expect(try event.rawData("a\n") == Data(#""\"\\\/\b\f\n\r\t\u6295\uD83D\uDE00é""#.utf8))
    }

    @Test func numbersKeepTheirValueOrAreRefused() throws {
        let numbers = try parse(
            """
            {"most": 9223372036854775807, "least": -9223372036854775808, "unsigned": 18446744073709551615, "zero": -0, "real": 1.0,
             "tiny": 5e-324, "large": 1.7976931348623157e308}
            """)
        #expect(try numbers.int("most") == .max)
        #expect(try numbers.int("least") == .min)
        #expect(try numbers.element("unsigned").unsigned() == .max)
        #expect(try numbers.int("zero") == 0)
        #expect(try numbers.double("tiny") == .leastNonzeroMagnitude)
        #expect(try numbers.double("large") == .greatestFiniteMagnitude)
        expect("unsigned: a number out of range") { try numbers.int("unsigned") }
        expect("least: a number out of range") { try numbers.element("least").unsigned() }
        #expect(try numbers.int("real") == 1)
    }

    @Test(arguments: [
        "18446744073709551616", "-9223372036854775809", "1e309", "-1e400", "123456789012345678901234567890", "1E+999", "12345678.5e301",
    ])
    func aNumberNobodyCanHoldIsRefusedWhereItIsReadAndNowhereElse(number: String) throws {
        let event = try parse(#"{"before": "1e400", "n": \#(number), "list": [\#(number), 1], "object": {"x": \#(number)}, "after": 5}"#)
        #expect(try event.string("before") == "1e400")
        #expect(try event.int("after") == 5)
        #expect(try event.array("list")[1].int() == 1)
        #expect(try event.rawData("n") == Data(number.utf8))
        expect("n: a number out of range") { try event.int("n") }
        expect("n: a number out of range") { try event.element("n").unsigned() }
        expect("n: a number out of range") { try event.double("n") }
        expect("object.x: a number out of range") { try event.object("object").optionalInt("x") }
        expect("n: expected a string, found number") { try event.string("n") }
        expect("not JSON, expected a comma or a closing brace at byte \(number.utf8.count + 8)") { try parse(#"{"n": \#(number)  x}"#) }
    }

    @Test func aWholeNumberIsOneHoweverItIsWritten() throws {
        let numbers = try parse(
            #"{"point": 5000.0, "exponent": 5e3, "half": 50.5, "exact": 9007199254740992.0, "inexact": 1e16, "tiny": 1e-9}"#)
        #expect(try numbers.int("point") == 5_000)
        #expect(try numbers.optionalInt("exponent") == 5_000)
        #expect(try numbers.int("exact") == 9_007_199_254_740_992)
        expect("half: expected a whole number, found number") { try numbers.int("half") }
        expect("tiny: expected a whole number, found number") { try numbers.int("tiny") }
        expect("inexact: a number out of range") { try numbers.int("inexact") }
    }

    @Test(arguments: [
        (#"{"a": 1, "b": {"c": [{"d": 1, "e": 2, "d": 3}]}}"#, "b.c[0].d"), (#"{"a": 1, "\u0061": 2}"#, "a"), (#"{"": 1, "": 2}"#, ""),
    ])
    func aNameThatStandsTwiceIsFoundAtAnyDepth(text: String, place: String) throws {
        #expect(try parse(text).firstRepeatedName() == place)
    }

    @Test func manyNamesAreComparedToo() throws {
        let names = (0..<200).map { #""n\#($0)": \#($0)"# }
        #expect(try parse("{" + names.joined(separator: ", ") + "}").firstRepeatedName() == nil)
        #expect(try parse("{" + (names + [#""n7": 0"#]).joined(separator: ", ") + "}").firstRepeatedName() == "n7")
        #expect(try parse(#"{"a": {"x": 1}, "b": {"x": 1}, "x": [{"x": 1}, {"x": 2}]}"#).firstRepeatedName() == nil)
    }

    @Test func ofANameThatStandsTwiceTheFirstCounts() throws {
        let event = try parse(#"{"id": "first", "x": {}, "id": "second"}"#)
        #expect(try event.string("id") == "first")
        #expect(try event.rawData("id") == Data(#""first""#.utf8))
        #expect(try event.members().count == 3)
    }

    @Test(arguments: [
        ("", "the document is empty at byte 0"), (" \n ", "the document is empty at byte 0"),
        (#"{"a": 1"#, "the document ends too early at byte 7"), (#"{"a": "x"#, "the document ends too early at byte 8"),
        (#"{"a": tru"#, "the document ends too early at byte 9"), (#"{"a""#, "the document ends too early at byte 4"),
        (#"{"a": 1,}"#, "not JSON, expected a member's name at byte 8"), (#"{"a" 1}"#, "not JSON, expected a colon at byte 5"),
        (#"{"a": 1} x"#, "not JSON, expected the end of the document at byte 9"),
        ("{'a': 1}", "not JSON, expected a member's name at byte 1"),
        (#"{"a": 01}"#, "not JSON, expected a comma or a closing brace at byte 7"),
        (#"{"a": +1}"#, "a: not JSON, expected a value at byte 6"),
        (#"{"a": 1.}"#, "a: not JSON, expected a digit at byte 8"), (#"{"a": NaN}"#, "a: not JSON, expected a value at byte 6"),
        (#"{"a": "\x"}"#, "a: not JSON, expected an escape of JSON at byte 8"),
        (#"{"a": "\u12G4"}"#, "a: not JSON, expected four hexadecimal digits at byte 11"),
        ("{\"a\": \"x\ny\"}", "a: not JSON, expected no bare control character in a string at byte 8"),
        (#"{"a": "\ud800"}"#, "a: half a surrogate pair at byte 7"),
        (#"{"a": "\ud800\u0041"}"#, "a: half a surrogate pair at byte 7"),
        (#"{"a": [0, {"b-1": "\ud83d\ud83d\udc4a"}]}"#, "a[1].b-1: half a surrogate pair at byte 18"),
        (#"{"王芳 secret": "\udc4a"}"#, "…: half a surrogate pair at byte 19"),
        (#"{"a": "\udc00"}"#, "a: half a surrogate pair at byte 7"),
        ("[1 2]", "not JSON, expected a comma or a closing bracket at byte 3"), ("{\"a\": truth}", "a: not JSON, expected true at byte 9"),
    ])
    func whatIsNoJSONIsRefusedWithItsPlace(text: String, description: String) {
        expect(description) { try parse(text) }
    }

    @Test func bytesThatAreNotUTF8AreRefusedWithTheirPlace() throws {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80]] {
            let document = Data(#"{"a": "投"#.utf8) + bytes + Data(#""}"#.utf8)
            expect("not UTF-8 at byte 10") { try reader.parse(document) }
        }
        expect("not JSON, expected a value at byte 0") { try reader.parse(Data([0xEF, 0xBB, 0xBF]) + Data("{}".utf8)) }
    }

    @Test func nestingIsBounded() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try reader.parseElement(Data(nested(64).utf8)).kind() == .array)
        expect("nested deeper than 64 levels at byte 64") { try reader.parseElement(Data(nested(65).utf8)) }
        expect("nested deeper than 64 levels at byte 64") { try reader.parseElement(Data(String(repeating: "[", count: 1_000_000).utf8)) }
        #expect(try reader.parseElement(Data("[]".utf8)).elements().isEmpty)
    }

    @Test func sizeIsBoundedAndLargeDocumentsBelowTheBoundAreRead() throws {
        let text = String(repeating: "投诉\\n", count: 655_360)
        let document = Data(#"{"before": 1, "text": "\#(text)", "after": 2}"#.utf8)
        #expect(document.count > 5 << 20)
        let event = try reader.parse(document)
        #expect(try event.int("after") == 2)
        #expect(try event.string("text").utf8.count == 655_360 * 7)
        #expect(try event.rawData("text").count == 655_360 * 8 + 2)
        expect("the document is longer than 1000 bytes") { try JSONReader(limits: JSONLimits(bytes: 1000)).parse(document) }
    }

    @Test func aDocumentReadAfterTheNextWasParsedIsStale() throws {
        let first = try parse(#"{"id": "1", "data": {"a": 1}}"#)
        let (inner, element) = (try first.object("data"), try first.element("id"))
        _ = try parse(#"{"id": "2", "data": {"a": 2}}"#)
        #expect(throws: JSONError(.stale)) { try first.string("id") }
        #expect(throws: JSONError(.stale, member: "data")) { try inner.int("a") }
        #expect(throws: JSONError(.stale, member: "id")) { try element.rawData() }
        #expect(throws: JSONError.self) { try parse("{") }
        #expect(try parse(#"{"id": "3"}"#).string("id") == "3")
    }

    @Test func aSliceOfLargerDataIsReadLikeAWholeOne() throws {
        let bytes = Data(#"xxxx{"a": [1]}yyyy"#.utf8)
        let event = try reader.parse(bytes[4..<14])
        #expect(try event.rawData("a") == Data("[1]".utf8))
    }

    private func expect<Value>(_ description: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Value) {
        let error = #expect(throws: JSONError.self, sourceLocation: sourceLocation) { try body() }
        #expect(error?.description == description, sourceLocation: sourceLocation)
    }
}
