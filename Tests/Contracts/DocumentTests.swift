import Contracts
import Domain
import Foundation
import Testing

/// Documents are what other readers and writers of JSON take them for, and faults say where they lie.
struct DocumentTests {
    struct Inner: Document, Codable, Equatable {
        var name: String
        var values: [Int]
        var note: String?

        init(name: String, values: [Int], note: String?) {
            self.name = name
            self.values = values
            self.note = note
        }

        init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
            name = try fields.required("name")
            values = try fields.required("values")
            note = try fields.optional("note")
        }

        func writeFields<Writer: DocumentWriter>(to writer: Writer) {
            writer.write("name", name)
            writer.write("values", values)
            writer.write("note", note)
        }
    }

    enum Shape: DocumentValue, Codable, Equatable {
        case empty
        case circle(radius: Double)
        case pair(Inner, label: String?)

        init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
            var (name, fields) = try reader.enumeration()
            switch name {
            case "empty": self = .empty
            case "circle": self = .circle(radius: try fields.required("radius"))
            case "pair": self = .pair(try fields.required("_0"), label: try fields.optional("label"))
            default: throw Fault.meaningless
            }
        }

        func write<Writer: DocumentWriter>(to writer: Writer) {
            switch self {
            case .empty: writer.writeCase("empty")
            case .circle(let radius): writer.writeCase("circle", ("radius", radius))
            case .pair(let inner, let label): writer.writeCase("pair", ("_0", inner), ("label", label))
            }
        }
    }

    struct Outer: Document, Codable, Equatable {
        var id: Int64
        var flag: Bool
        var text: String
        var missing: String?
        var inner: Inner
        var shapes: [Shape]
        var counts: [String: Int64]
        var small: Int32
        var words: Set<ChannelLevel>
        var money: Money
        var at: Instant

        init(
            id: Int64, flag: Bool, text: String, missing: String?, inner: Inner, shapes: [Shape], counts: [String: Int64], small: Int32,
            words: Set<ChannelLevel>
        ) {
            (self.id, self.flag, self.text, self.missing, self.inner) = (id, flag, text, missing, inner)
            (self.shapes, self.counts, self.small, self.words) = (shapes, counts, small, words)
            money = Money(minorUnits: id, currency: "JPY")
            at = Instant(milliseconds: Int64(small))
        }

        init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
            id = try fields.required("id")
            flag = try fields.required("flag")
            text = try fields.required("text")
            missing = try fields.optional("missing")
            inner = try fields.required("inner")
            shapes = try fields.required("shapes")
            counts = try fields.required("counts")
            small = try fields.required("small")
            words = try fields.required("words")
            money = try fields.required("money")
            at = try fields.required("at")
        }

        func writeFields<Writer: DocumentWriter>(to writer: Writer) {
            writer.write("id", id)
            writer.write("flag", flag)
            writer.write("text", text)
            writer.write("missing", missing)
            writer.write("inner", inner)
            writer.write("shapes", shapes)
            writer.write("counts", counts)
            writer.write("small", small)
            writer.write("words", words)
            writer.write("money", money)
            writer.write("at", at)
        }
    }

    static let samples: [Outer] = [
        Outer(
            id: .min, flag: true, text: "漏话\"\\\n\u{1}😀/", missing: nil, inner: Inner(name: "", values: [], note: nil), shapes: [],
            counts: [:], small: -1, words: []),
        Outer(
            id: .max, flag: false, text: "plain", missing: "there", inner: Inner(name: "n", values: [1, -2, 3], note: "x"),
            shapes: [.empty, .circle(radius: 0.1), .pair(Inner(name: "p", values: [0], note: nil), label: "l"), .empty],
            counts: ["redress.complaints": 3, "b": -9], small: .max, words: [.appeal, .provincial]),
    ]

    private let coder = WireCoder()

    @Test(arguments: samples) func whatItWritesFoundationReads(sample: Outer) throws {
        #expect(try JSONDecoder().decode(Outer.self, from: coder.encode(sample)) == sample)
    }

    /// Foundation writes the members in any order.
    @Test(arguments: samples) func whatFoundationWritesItReads(sample: Outer) throws {
        for _ in 0..<8 { #expect(try coder.decode(Outer.self, from: JSONEncoder().encode(sample)) == sample) }
    }

    @Test(arguments: samples) func whatItWritesItReads(sample: Outer) throws {
        #expect(try coder.decode([String: Outer].self, from: coder.encode(["k": sample])) == ["k": sample])
    }

    @Test func aLargeDocumentLeavesNothingInTheNext() throws {
        let small = ["k": "v"]
        for length in [1, 5_000, 200_000, 3] {
            let large = [String](repeating: "\"", count: length)
            #expect(try JSONDecoder().decode([String].self, from: coder.encode(large)) == large)
            #expect(coder.encode(small) == Data(#"{"k":"v"}"#.utf8))
        }
    }

    @Test func ofSeveralMembersOfATableTheFirstCounts() throws {
        #expect(try coder.decode([String: Int64].self, from: Data(#"{"a":1,"b":2,"a":3}"#.utf8)) == ["a": 1, "b": 2])
    }

    @Test func aFieldNobodyKnowsIsPassedOverAndANullIsNone() throws {
        let written = #"{"later":{"values":[]},"name":"a","note":null,"values":[],"name":"second"}"#
        #expect(try coder.decode(Inner.self, from: Data(written.utf8)) == Inner(name: "a", values: [], note: nil))
    }

    @Test(arguments: [
        (#"{"k":{"name":"a"}}"#, Fault(field: "data.k.values", problem: "is missing", expected: "a value")),
        (#"{"k":{"name":null,"values":[]}}"#, Fault(field: "data.k.name", problem: "is null", expected: "a string")),
        (#"{"k":{"name":"a","values":{}}}"#, Fault(field: "data.k.values", problem: "has the wrong type", expected: "a list")),
        (
            #"{"k":{"name":"a","values":[1,"two"]}}"#,
            Fault(field: "data.k.values[1]", problem: "has the wrong type", expected: "a whole number")
        ),
        (#"{"k":7}"#, Fault(field: "data.k", problem: "has the wrong type", expected: "an object")),
        ("[]", Fault(field: "data", problem: "has the wrong type", expected: "an object")),
        ("", Fault(field: "data", problem: "is empty", expected: "a JSON object")),
        (#"{"k":01}"#, Fault(field: "data", problem: "is not JSON", expected: "a JSON object in UTF-8")),
        (
            #"{"k":{"name":"a","values":[18446744073709551615]}}"#,
            Fault(field: "data.k.values[0]", problem: "is not a value of this field", expected: "a value the schema allows")
        ),
    ])
    func aFaultSaysWhereItLiesAndWhatWasExpected(written: String, fault: Fault) {
        #expect(throws: fault) { try coder.decode([String: Inner].self, from: Data(written.utf8)) }
    }

    @Test(arguments: [#"{"minorUnits":5,"currency":"yen"}"#, #"{"minorUnits":5,"currency":"CN"}"#])
    func aCurrencyIsThreeCapitalLetters(written: String) {
        let fault = Fault(field: "data.currency", problem: "is not a value of this field", expected: "a value the schema allows")
        #expect(throws: fault) { try coder.decode(Money.self, from: Data(written.utf8)) }
    }
}
