import Foundation
import JSON
import Testing

/// The coder of documents against Foundation's: each reads what the other writes.
@Suite struct DocumentCoderTests {
    struct Inner: Codable, Equatable {
        var name: String
        var values: [Int]
        var note: String?
    }

    enum Shape: Codable, Equatable {
        case empty
        case circle(radius: Double)
        case pair(Inner, label: String)
    }

    struct Outer: Codable, Equatable {
        var id: Int64
        var flag: Bool
        var text: String
        var missing: String?
        var inner: Inner
        var shapes: [Shape]
        var counts: [String: Int64]
        var data: Data
        var small: UInt8
        var big: UInt64
    }

    static let samples: [Outer] = [
        Outer(
            id: -1, flag: true, text: "漏话\"\\\n\u{1}😀/", missing: nil, inner: Inner(name: "", values: [], note: nil), shapes: [],
            counts: [:], data: Data(), small: 0, big: 0),
        Outer(
            id: .max, flag: false, text: "plain", missing: "there", inner: Inner(name: "n", values: [1, -2, 3], note: "x"),
            shapes: [.empty, .circle(radius: 0.1), .pair(Inner(name: "p", values: [0], note: nil), label: "l"), .empty],
            counts: ["redress.complaints": 3, "b": -9], data: Data([0, 255, 7]), small: 255, big: .max),
    ]

    @Test(arguments: samples) func whatItWritesFoundationReads(sample: Outer) throws {
        let written = try DocumentEncoder().encode(sample)
        #expect(try JSONDecoder().decode(Outer.self, from: written) == sample)
    }

    @Test(arguments: samples) func whatFoundationWritesItReads(sample: Outer) throws {
        let written = try JSONEncoder().encode(sample)
        #expect(try DocumentDecoder(JSONReader()).decode(Outer.self, from: written) == sample)
    }

    @Test(arguments: samples) func whatItWritesItReads(sample: Outer) throws {
        let written = try DocumentEncoder().encode(["k": sample])
        #expect(try DocumentDecoder(JSONReader()).decode([String: Outer].self, from: written) == ["k": sample])
    }

    @Test func aMissingMemberIsNamedWithItsPath() throws {
        let written = Data(#"{"k":{"name":"a"}}"#.utf8)
        let error = #expect(throws: DecodingError.self) {
            try DocumentDecoder(JSONReader()).decode([String: Inner].self, from: written)
        }
        guard case .keyNotFound(let key, let context)? = error else {
            Issue.record("not a missing key: \(String(describing: error))")
            return
        }
        #expect(key.stringValue == "values")
        #expect(context.codingPath.map(\.stringValue) == ["k"])
    }

    @Test func aWrongTypeIsNamedWithItsPath() throws {
        let written = Data(#"{"k":{"name":"a","values":[1,"two"]}}"#.utf8)
        let error = #expect(throws: DecodingError.self) {
            try DocumentDecoder(JSONReader()).decode([String: Inner].self, from: written)
        }
        guard case .typeMismatch(_, let context)? = error else {
            Issue.record("not a wrong type: \(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["k", "values", "Index 1"])
    }

    @Test(arguments: ["", "{", "[1,", "{\"a\":01}", "\u{FEFF}{}"]) func bytesThatAreNoJSONAreRefused(text: String) {
        #expect(throws: DecodingError.self) { try DocumentDecoder(JSONReader()).decode([String: Int].self, from: Data(text.utf8)) }
    }
}
