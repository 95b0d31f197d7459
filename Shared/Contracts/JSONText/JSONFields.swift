internal import Domain
internal import Foundation

/// The fields of one JSON object, each read by name and type; the one seam behind which the JSON parser stands.
///
/// A field that is absent or `null` is `nil`; one of another type is a `Fault` at its path.
struct JSONFields {
    private let fields: [String: JSONValue]
    /// `data.` for the data of an event, empty for the event itself.
    private let prefix: String

    /// - Throws: a `Fault` when the bytes are not one JSON object in UTF-8.
    init(_ bytes: Data, at path: String = "") throws(Fault) {
        prefix = path.isEmpty ? "" : path + "."
        guard !bytes.isEmpty else { throw Fault(field: path, problem: "is empty", expected: "a JSON object") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Fault(field: path, problem: "is not valid UTF-8", expected: "JSON in UTF-8")
        }
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: bytes)
        } catch {
            throw Fault(field: path, problem: "is not JSON", expected: "a JSON object")
        }
        guard case .object(let fields) = value else {
            throw Fault(field: path, problem: "is JSON but not an object", expected: "a JSON object")
        }
        self.fields = fields
    }

    private init(_ fields: [String: JSONValue], prefix: String) {
        self.fields = fields
        self.prefix = prefix
    }

    func has(_ name: String) -> Bool { value(name) != nil }

    /// The path of a field as faults name it.
    func path(_ name: String) -> String { prefix + name }

    func string(_ name: String) throws(Fault) -> String? {
        guard let value = value(name) else { return nil }
        guard case .text(let text) = value else { throw wrongType(name, "a string") }
        return text
    }

    func boolean(_ name: String) throws(Fault) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .truth(let truth) = value else { throw wrongType(name, "true or false") }
        return truth
    }

    func integer(_ name: String) throws(Fault) -> Int64? {
        guard let value = value(name) else { return nil }
        guard case .integer(let number) = value else { throw wrongType(name, "a whole number") }
        return number
    }

    func integerIfNumber(_ name: String) -> Int64? {
        guard case .integer(let number) = value(name) else { return nil }
        return number
    }

    func strings(_ name: String) throws(Fault) -> [String]? {
        guard let value = value(name) else { return nil }
        guard case .list(let items) = value else { throw wrongType(name, "a list of strings") }
        var texts: [String] = []
        for item in items {
            guard case .text(let text) = item else { throw wrongType(name, "a list of strings") }
            texts.append(text)
        }
        return texts
    }

    func object(_ name: String) throws(Fault) -> JSONFields? {
        guard let value = value(name) else { return nil }
        guard case .object(let inner) = value else { throw wrongType(name, "an object") }
        return JSONFields(inner, prefix: prefix + name + ".")
    }

    /// The field's own bytes, or bytes that mean the same.
    func raw(_ name: String) -> Data? {
        guard let value = value(name) else { return nil }
        // A decoded value always encodes again; were it not so, the field would count as absent and be reported as such.
        return try? JSONEncoder().encode(value)
    }

    private func value(_ name: String) -> JSONValue? {
        guard let value = fields[name], value != .null else { return nil }
        return value
    }

    private func wrongType(_ name: String, _ expected: String) -> Fault {
        Fault(field: path(name), problem: "has the wrong type", expected: expected)
    }
}
