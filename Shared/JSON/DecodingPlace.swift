/// The document being decoded and, where somebody asks, the way to the value at hand.
///
/// A document that decodes needs no way: it costs an allocation a value, and only a fault tells it. So one place serves a whole document,
/// and only the second reading of a document that did not decode makes a new place a step.
final class DecodingPlace {
    let reader: JSONReader
    private let generation: Int
    private let isTracked: Bool
    private let above: DecodingPlace?
    private let key: (any CodingKey)?

    /// The root of the document the reader has parsed last.
    init(root reader: JSONReader, isTracked: Bool) {
        self.reader = reader
        generation = reader.generation
        self.isTracked = isTracked
        above = nil
        key = nil
    }

    private init(_ key: any CodingKey, below above: DecodingPlace) {
        reader = above.reader
        generation = above.generation
        isTracked = true
        self.above = above
        self.key = key
    }

    func step(_ key: some CodingKey) -> DecodingPlace { isTracked ? DecodingPlace(key, below: self) : self }

    /// Throws where the reader has gone on to another document.
    func check() throws {
        guard generation == reader.generation else {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "the reader has gone on to another document"))
        }
    }

    var codingPath: [any CodingKey] {
        var path: [any CodingKey] = []
        var place = self
        while let key = place.key, let above = place.above {
            path.append(key)
            place = above
        }
        return path.reversed()
    }
}
