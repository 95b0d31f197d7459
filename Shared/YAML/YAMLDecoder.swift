public import Foundation

/// Reads `Decodable` values from YAML, and refuses what it does not understand.
///
/// A key of a mapping that the type did not ask for is a fault, so a misspelt key never passes silently. Types are those of the core schema:
/// an unquoted `10086` is a whole number and no text, and says so. `Decimal` is read digit by digit, `Date` as ISO 8601 with a zone,
/// `URL` from text, ``YAMLNode`` as it stands, ``YAMLLocated`` with its place.
public struct YAMLDecoder: Sendable {
    /// The bounds that texts must keep.
    public var limits: YAMLLimits
    /// What the types being read may look up in `decoder.userInfo`.
    public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    /// Makes a decoder with bounds.
    public init(limits: YAMLLimits = .standard) {
        self.limits = limits
    }

    /// Reads a value from a text of one document.
    ///
    /// - Parameters:
    ///   - file: the name that faults are reported under.
    /// - Throws: ``YAMLError`` with file, line, column and path.
    public func decode<Value: Decodable>(_ type: Value.Type, from text: String, file: String) throws(YAMLError) -> Value {
        try decode(type, from: YAMLNode.parse(text, file: file, limits: limits))
    }

    /// Reads a value from a file of one document.
    ///
    /// - Throws: ``YAMLError`` with file, line, column and path.
    public func decode<Value: Decodable>(_ type: Value.Type, contentsOf file: URL) throws(YAMLError) -> Value {
        try decode(type, from: YAMLNode.parse(contentsOf: file, limits: limits))
    }

    /// Reads a value from a node.
    ///
    /// - Throws: ``YAMLError`` with file, line, column and path (from this node down).
    public func decode<Value: Decodable>(_ type: Value.Type, from node: YAMLNode) throws(YAMLError) -> Value {
        let reading = NodeReading(node: node, path: [], userInfo: userInfo.mapValues { $0 as Any })
        do {
            return try reading.decodeWhole(type)
        } catch let error as YAMLError {
            throw error
        } catch {
            throw YAMLError(.invalidValue("\(error)"), at: node.location)
        }
    }
}

extension YAMLNode: Decodable {
    /// Takes the node as it stands; its keys count as asked for.
    ///
    /// - Throws: `DecodingError` when the decoder is not ``YAMLDecoder``'s.
    public init(from decoder: any Decoder) throws {
        guard let reading = (decoder as? NodeDecoder)?.reading else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a YAML node is read from YAML only")
            throw DecodingError.dataCorrupted(context)
        }
        reading.ledger.isTakenWhole = true
        self = reading.node
    }
}
