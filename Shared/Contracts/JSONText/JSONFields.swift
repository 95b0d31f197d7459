internal import Domain
internal import Foundation
internal import JSON

/// The fields of one JSON object, each read by name and type; what is wrong becomes a `Fault` at its path.
///
/// A field that is absent or `null` is `nil`.
struct JSONFields {
    private let object: JSONObject
    /// Where the document stands: `data` for the data of an event, empty for the event itself.
    private let root: String
    /// The way to this object, such as `data.disputedAmount.`; empty for the event itself.
    private let prefix: String

    /// Reads a document and hands its fields to `body`, which must not keep them.
    ///
    /// A name that stands twice in one object, at any depth, is refused: of two readers one would take the first member and one the last. The
    /// event itself is an exception (`isEnvelope`), as its attributes are judged one by one.
    ///
    /// - Throws: a `Fault` at `path` when the bytes are not one JSON object in UTF-8, and what `body` throws.
    static func read<Result: Sendable>(
        _ bytes: Data, at path: String = "", isEnvelope: Bool = false, _ body: @Sendable (JSONFields) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        try SharedReaders.lend(orFail: { error in fault(error, in: path) }) { reader throws(Fault) -> Result in
            let object = try object(in: bytes, reader, path, isEnvelope: isEnvelope)
            return try body(JSONFields(object: object, root: path, prefix: path.isEmpty ? "" : path + "."))
        }
    }

    private static func object(in bytes: Data, _ reader: JSONReader, _ path: String, isEnvelope: Bool) throws(Fault) -> JSONObject {
        do throws(JSONError) {
            let object = try reader.parse(bytes)
            if !isEnvelope, let repeated = try object.firstRepeatedName() { throw JSONError(.repeatedName, member: repeated) }
            return object
        } catch {
            throw fault(error, in: path)
        }
    }

    /// The path of a field as faults name it.
    func path(_ name: String) -> String { prefix + name }

    func string(_ name: String) throws(Fault) -> String? {
        try read { () throws(JSONError) in try object.optionalString(name) }
    }

    func boolean(_ name: String) throws(Fault) -> Bool? {
        try read { () throws(JSONError) in try object.optionalBool(name) }
    }

    func integer(_ name: String) throws(Fault) -> Int64? {
        try read { () throws(JSONError) in try object.optionalInt(name).map { Int64($0) } }
    }

    /// All members in the order of the document; a name that stands twice is there twice.
    func members() throws(Fault) -> [(name: String, value: JSONElement)] {
        try read { () throws(JSONError) in try object.members() }
    }

    func strings(_ name: String) throws(Fault) -> [String]? {
        try read { () throws(JSONError) in
            guard let elements = try object.optionalArray(name) else { return nil }
            var texts: [String] = []
            for element in elements { texts.append(try element.string()) }
            return texts
        }
    }

    /// The objects of a list.
    func list(_ name: String) throws(Fault) -> [JSONFields]? {
        guard let elements = try read({ () throws(JSONError) in try object.optionalArray(name) }) else { return nil }
        var list: [JSONFields] = []
        for (index, element) in elements.enumerated() {
            let inner = try read { () throws(JSONError) in try element.object() }
            list.append(JSONFields(object: inner, root: root, prefix: path("\(name)[\(index)].")))
        }
        return list
    }

    func fields(_ name: String) throws(Fault) -> JSONFields? {
        guard let inner = try read({ () throws(JSONError) in try object.optionalObject(name) }) else { return nil }
        return JSONFields(object: inner, root: root, prefix: path(name) + ".")
    }

    /// The objects of a list.
    func objects(_ name: String) throws(Fault) -> [JSONFields]? {
        guard
            let objects = try read({ () throws(JSONError) -> [JSONObject]? in
                guard let elements = try object.optionalArray(name) else { return nil }
                var objects: [JSONObject] = []
                for element in elements { objects.append(try element.object()) }
                return objects
            })
        else { return nil }
        return objects.enumerated().map { index, object in
            JSONFields(object: object, root: root, prefix: "\(path(name))[\(index)].")
        }
    }

    /// What a lookup throws becomes a `Fault` at its path.
    func read<Value>(_ lookup: () throws(JSONError) -> Value) throws(Fault) -> Value {
        do {
            return try lookup()
        } catch {
            throw Self.fault(error, in: root)
        }
    }

    /// The error in a contract's words, its place below `path`. It holds none of the document's content.
    private static func fault(_ error: JSONError, in path: String) -> Fault {
        let field = error.member.isEmpty ? path : path.isEmpty ? error.member : path + "." + error.member
        let place = error.offset.map { " at byte \($0)" } ?? ""
        return switch error.kind {
        case .empty: Fault(field: field, problem: "is empty", expected: "a JSON object")
        case .invalidUTF8: Fault(field: field, problem: "is not valid UTF-8", expected: "JSON in UTF-8" + place)
        case .truncated: Fault(field: field, problem: "is not JSON", expected: "more, as it ends" + place)
        case .malformed(let expected): Fault(field: field, problem: "is not JSON", expected: expected + place)
        case .halfSurrogatePair:
            Fault(field: field, problem: "has half a surrogate pair", expected: "both halves of the character that was cut" + place)
        case .repeatedName: Fault(field: field, problem: "is given twice", expected: "each name once in one object")
        case .tooLong(let limit): Fault(field: field, problem: "is too long", expected: "at most \(limit) bytes")
        case .tooDeep(let limit): Fault(field: field, problem: "is nested too deep", expected: "at most \(limit) levels")
        case .numberOutOfRange: Fault(field: field, problem: "is out of range", expected: "a number of at most 64 bits")
        case .missing: Fault(field: field, problem: "is missing", expected: "a value")
        case .wrongType(let expected, _):
            error.member.isEmpty
                ? Fault(field: field, problem: "is JSON but not an object", expected: "a JSON object")
                : Fault(field: field, problem: "has the wrong type", expected: expected)
        case .stale: Fault(field: field, problem: "was read too late", expected: "fields read while the document is lent")
        case .outOfMemory: Fault(field: field, problem: "found no memory", expected: "room for the document")
        }
    }
}
