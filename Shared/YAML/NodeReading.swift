import Foundation

/// A node in the course of being read: where it stands, and the ledger of its keys.
struct NodeReading {
    let node: YAMLNode
    let path: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any]
    let ledger = KeyLedger()

    /// The way from the root, as in `routes[2].priority`.
    static func format(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }

    /// A child node under a key or an index.
    func child(_ node: YAMLNode, _ key: any CodingKey) -> NodeReading {
        NodeReading(node: node, path: path + [key], userInfo: userInfo)
    }

    /// Reads a value that takes the whole node, and then refuses the keys that it left.
    func decodeWhole<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try decodeShared(type)
        try ledger.check(self)
        return value
    }

    /// Reads a value without checking for keys left over, because another decoder over the same node will.
    func decodeShared<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalarType = type as? any ScalarReadable.Type { return try cast(scalarType.read(self)) }
        do {
            return try Value(from: NodeDecoder(self))
        } catch let error as YAMLError {
            throw error
        } catch let error as DecodingError {
            throw explain(error, for: type)
        } catch {
            throw fault(.invalidValue("\(error)"))
        }
    }

    func fault(_ problem: YAMLError.Problem) -> YAMLError {
        YAMLError(problem, at: node.location, path: Self.format(path))
    }

    func wrongType(expected: String) -> YAMLError {
        fault(.wrongType(expected: expected, found: node.phrase))
    }

    func unknownKey(_ entry: YAMLNode.Entry, expected: [String]) -> YAMLError {
        let suggestion = NearestName.suggestion(for: entry.key, among: expected)
        return YAMLError(
            .unknownKey(entry.key, expected: expected, suggestion: suggestion), at: entry.keyLocation,
            path: Self.format(path + [NameKey(entry.key)]))
    }

    /// The fault of a key that is needed and not there: most likely it is there, misspelt.
    func missingKey(_ name: String) -> YAMLError {
        let known = Set(ledger.asked)
        let unknownKeys = (node.entries ?? []).filter { !known.contains($0.key) }
        if let nearest = NearestName.suggestion(for: name, among: unknownKeys.map(\.key)),
            let entry = unknownKeys.first(where: { $0.key == nearest }), NearestName.suggestion(for: nearest, among: known) == name
        {
            return unknownKey(entry, expected: ledger.asked)
        }
        return fault(.missingKey(name))
    }

    /// Turns what a type's own `init(from:)` threw into a fault at the node that it speaks of.
    private func explain(_ error: DecodingError, for type: any Decodable.Type) -> YAMLError {
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found), .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found):
            context = found
        @unknown default: return fault(.invalidValue("\(error)"))
        }
        var place = self
        for key in context.codingPath.dropFirst(path.count) {
            guard let next = key.intValue.flatMap({ place.node[$0] }) ?? place.node[key.stringValue] else { break }
            place = place.child(next, key)
        }
        if let names = Self.names(of: type), let given = node.text {
            let suggestion = NearestName.suggestion(for: given, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
            return place.fault(.wrongType(expected: "one of " + names.joined(separator: ", "), found: node.phrase + suggestion))
        }
        return place.fault(.invalidValue(context.debugDescription))
    }

    /// The names that an enumeration of text can take, or nil when the type is none.
    private static func names(of type: any Decodable.Type) -> [String]? {
        func rawNames<Choice: CaseIterable & RawRepresentable>(_ choice: Choice.Type) -> [String]? {
            let names = choice.allCases.compactMap { $0.rawValue as? String }
            return names.isEmpty ? nil : names
        }
        guard let choice = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        return rawNames(choice)
    }

    private func cast<Value>(_ value: Any) throws(YAMLError) -> Value {
        guard let value = value as? Value else { throw wrongType(expected: "\(Value.self)") }
        return value
    }
}

/// A key or an index on the way through the tree.
struct NameKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init(_ index: Int) {
        stringValue = "\(index)"
        intValue = index
    }

    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}
