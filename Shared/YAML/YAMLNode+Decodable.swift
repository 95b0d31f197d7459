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
