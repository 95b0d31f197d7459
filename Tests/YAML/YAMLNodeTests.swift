import Foundation
import Testing

@testable import YAML

@Suite struct YAMLNodeTests {
    @Test(arguments: [
        ("~", YAMLScalar.Kind.null), ("", .null), ("Null", .null), ("nULL", .text),
        ("true", .bool), ("FALSE", .bool), ("yes", .text), ("off", .text),
        ("10086", .integer), ("-7", .integer), ("+7", .integer), ("0o17", .integer), ("0xFf", .integer), ("0x", .text), ("0o8", .text),
        ("1.5", .float), (".5", .float), ("1.", .float), ("1e3", .float), ("-.inf", .float), (".NaN", .float), ("1e", .text), (".", .text),
        ("2026-01-31", .text), ("12:30", .text), ("1_000", .text), ("+", .text), ("", .null),
    ])
    func plainScalarsHaveTheTypesOfTheCoreSchema(text: String, kind: YAMLScalar.Kind) {
        #expect(YAMLScalar(plain: text).kind == kind)
    }

    @Test func numbersHaveTheirValues() throws {
        #expect(YAMLScalar(plain: "0o17").integer() == 15)
        #expect(YAMLScalar(plain: "0xFf").integer() == 255)
        #expect(YAMLScalar(plain: "+7").integer() == 7)
        #expect(YAMLScalar(plain: "300").integer(UInt8.self) == nil)
        #expect(YAMLScalar(plain: "+1.5e2").double == 150)
        #expect(YAMLScalar(plain: "-.inf").double == -.infinity)
        #expect(YAMLScalar(plain: "0.1").decimal == Decimal(string: "0.1"))
        #expect(YAMLScalar(plain: "123456789012345678.05").decimal == Decimal(string: "123456789012345678.05"))
    }

    @Test func quotesAndTagsMakeText() throws {
        let node = try YAMLNode.parse("- \"123\"\n- '123'\n- !!str 123\n- |\n  123\n", file: "a")
        #expect(node.elements?.map(\.scalar?.kind) == [.text, .text, .text, .text])
    }

    @Test func aMappingKeepsTheOrderOfTheTextAndEachNodeItsPlace() throws {
        let node = try YAMLNode.parse("# 渠道\nzeta: 1\nalpha:\n  - 投诉: [a, b]\n", file: "channels.yaml")
        #expect(node.entries?.map(\.key) == ["zeta", "alpha"])
        #expect(node["alpha"]?[0]?["投诉"]?[1]?.location == YAMLLocation(file: "channels.yaml", line: 4, column: 13))
        #expect(node.entries?[1].keyLocation.description == "channels.yaml:3:1")
    }

    @Test func aKeyThatStandsTwiceIsRefusedWithBothLines() {
        #expect(throws: YAMLError(.duplicateKey("b", firstLine: 2), at: YAMLLocation(file: "a.yaml", line: 3, column: 1))) {
            try YAMLNode.parse("a: 1\nb: 2\n\"b\": 3\n", file: "a.yaml")
        }
    }

    @Test func anAliasStandsForItsAnchorEachTime() throws {
        let node = try YAMLNode.parse("base: &b {hours: 24}\nmajor: *b\nlist: [*b, *b]\n", file: "a")
        #expect(node["major"]?["hours"]?.scalar?.integer() == 24)
        #expect(node["list"]?[1]?["hours"]?.text == "24")
    }

    @Test func aliasBombsAreRefusedBeforeTheyGrow() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        expect(text, is: .limitExceeded("200000 nodes, aliases written out"))
    }

    @Test func nestingBeyondTheLimitIsRefusedAlsoWhenAliasesMakeIt() {
        expect(String(repeating: "[", count: 65) + String(repeating: "]", count: 65), is: .limitExceeded("64 levels of nesting"))
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let outer = String(repeating: "[", count: 40) + "*d" + String(repeating: "]", count: 40)
        expect("a: &d \(deep)\nb: \(outer)\n", is: .limitExceeded("64 levels of nesting"))
    }

    @Test func aTextLongerThanTheLimitIsRefused() {
        #expect(throws: YAMLError(.limitExceeded("4 bytes"), at: YAMLLocation(file: "a", line: 1, column: 1))) {
            try YAMLNode.parse("abcde", file: "a", limits: YAMLLimits(bytes: 4))
        }
    }

    @Test func anAnchorInsideItselfIsUndefined() {
        expect("&a [*a]", is: .undefinedAlias("a"))
    }

    @Test func foreignTagsAndCompoundKeysAreRefused() {
        expect("!!python/object:os.system x", is: .unknownTag("tag:yaml.org,2002:python/object:os.system"))
        expect("? [a]\n: 1", is: .compoundKey)
        expect("!!int x", is: .wrongType(expected: "what the tag tag:yaml.org,2002:int says", found: "the text \"x\""))
    }

    @Test func brokenTextNamesTheLine() throws {
        let error = try #require(throws: YAMLError.self) { try YAMLNode.parse("a: 1\nb: [1, 2\nc: 3\n", file: "routes.yaml") }
        #expect(error.line == 3)
        #expect(error.description.hasPrefix("routes.yaml:3:"))
        #expect(error.description.contains("not valid YAML"))
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        #expect(throws: YAMLError.self) { try YAMLComposer.documents([0x61, 0x3a, 0x20, 0xff], file: "a", limits: .standard) }
    }

    @Test func emptyTextIsNothingAndASecondDocumentIsRefused() throws {
        #expect(try YAMLNode.parse("# only a comment\n", file: "a").isNull)
        #expect(throws: YAMLError.self) { try YAMLNode.parse("a: 1\n---\nb: 2\n", file: "a") }
        #expect(try YAMLNode.documents("a: 1\n---\nb: 2\n", file: "a").map { $0.entries?.first?.key } == ["a", "b"])
    }

    @Test func aFileThatIsNotThereIsNamed() throws {
        let error = try #require(throws: YAMLError.self) { try YAMLNode.parse(contentsOf: URL(filePath: "/nowhere/a.yaml")) }
        #expect(error.file == "/nowhere/a.yaml")
    }

    @Test func theFoundationValueIsWhatJSONWouldGive() throws {
        let text = #"{"a": [1, 2.5, "x", true, null], "b": {"c": "1"}}"#
        let fromYAML = try YAMLNode.parse(text, file: "a").foundationValue as? NSDictionary
        let fromJSON = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
        #expect(fromYAML == fromJSON)
        #expect(fromJSON != nil)
    }

    private func expect(_ text: String, is problem: YAMLError.Problem, sourceLocation: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: YAMLError.self, sourceLocation: sourceLocation) { try YAMLNode.parse(text, file: "a") }
        #expect(error?.problem == problem, sourceLocation: sourceLocation)
    }
}
