public import Domain
public import Foundation
internal import JSON

/// A JSON Schema, or a part of one: JSON whose members keep their order.
public indirect enum SchemaNode: Hashable, Sendable {
    case object([Member])
    case array([SchemaNode])
    case text(String)
    case number(Int64)
    case truth(Bool)

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: SchemaNode

        public init(_ name: String, _ value: SchemaNode) {
            self.name = name
            self.value = value
        }
    }

    /// Reads a schema as it was written.
    ///
    /// - Throws: a `Fault` where it is no JSON object, or has a number that is not whole.
    public init(json: Data) throws(Fault) {
        self = try JSONFields.read(json, at: "schema") { fields throws(Fault) in try SchemaNode(fields) }
    }

    private init(_ fields: JSONFields) throws(Fault) {
        var members: [Member] = []
        for (name, value) in try fields.members() {
            members.append(Member(name, try fields.read { () throws(JSONError) in try SchemaNode(value) }))
        }
        self = .object(members)
    }

    private init(_ value: JSONElement) throws(JSONError) {
        switch try value.kind() {
        case .object:
            var members: [Member] = []
            for (name, value) in try value.object().members() { members.append(Member(name, try SchemaNode(value))) }
            self = .object(members)
        case .array:
            var elements: [SchemaNode] = []
            for element in try value.elements() { elements.append(try SchemaNode(element)) }
            self = .array(elements)
        case .string: self = .text(try value.string())
        case .bool: self = .truth(try value.bool())
        case .integer, .number, .null: self = .number(Int64(try value.int()))
        }
    }

    /// A member of an object; `nil` where there is none.
    public subscript(name: String) -> SchemaNode? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The words of a text; `nil` for anything else.
    public var text: String? {
        guard case .text(let words) = self else { return nil }
        return words
    }

    /// A list of words.
    public static func texts(_ words: [String]) -> SchemaNode { .array(words.map { .text($0) }) }

    /// JSON for people, two spaces a level, without a line break at its end.
    public var json: String {
        var text = ""
        write(to: &text, indent: "")
        return text
    }

    private func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &text, indent) { member, text in
                text += Self.quoted(member.name) + ": "
                member.value.write(to: &text, indent: inner)
            }
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &text, indent) { element, text in element.write(to: &text, indent: inner) }
        case .text(let words): text += Self.quoted(words)
        case .number(let number): text += String(number)
        case .truth(let truth): text += String(truth)
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), to text: inout String, _ indent: String,
        _ write: (Element, inout String) -> Void
    ) {
        text += brackets.0
        for (index, element) in elements.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + indent + "  "
            write(element, &text)
        }
        text += (elements.isEmpty ? "" : "\n" + indent) + brackets.1
    }

    private static func quoted(_ words: String) -> String {
        var text = "\""
        for scalar in words.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                text += "\\"
                text.unicodeScalars.append(scalar)
            } else if scalar == "\n" {
                text += "\\n"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
