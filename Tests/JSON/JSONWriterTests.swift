import Foundation
import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test func membersAreWrittenInOrderAndNilIsLeftOut() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("id", "e-1")
        writer.member("subject", nil as String?)
        writer.member("sequence", 7)
        writer.name("share")
        writer.value(0.25)
        writer.member("urgent", true)
        writer.member("data", raw: Data(#"{"a": [1]}"#.utf8))
        writer.name("tags")
        writer.beginArray()
        writer.value("a")
        writer.value(UInt64.max)
        writer.null()
        writer.value(.infinity)
        writer.endArray()
        writer.name("empty")
        writer.beginObject()
        writer.endObject()
        writer.endObject()
        #expect(
            String(decoding: writer.data, as: UTF8.self)
                == #"{"id":"e-1","sequence":7,"share":0.25,"urgent":true,"data":{"a": [1]},"#
                + #""tags":["a",18446744073709551615,null,null],"empty":{}}"#)
    }

    @Test func everyCharacterComesBackAsItWas() throws {
        let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "\u{2028}投诉😀\u{10FFFF}"
        var writer = JSONWriter()
        writer.beginObject()
        writer.member(text, text)
        writer.endObject()
        #expect(try JSONReader().parse(writer.data).string(text) == text)
        let foundation = try JSONSerialization.jsonObject(with: writer.data) as? [String: String]
        #expect(foundation == [text: text])
    }
}
