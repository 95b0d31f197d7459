/// A text with places for cells, such as `{{City}}, {{State}}`.
struct RowTemplate: Hashable, Sendable {
    private enum Segment: Hashable, Sendable {
        case literal(String)
        case column(String)
    }

    private let segments: [Segment]

    /// `nil` when a `{{` is never closed or names nothing.
    init?(_ text: String) {
        var segments: [Segment] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            segments.append(.literal(String(rest[..<opening.lowerBound])))
            guard let closing = rest[opening.upperBound...].firstRange(of: "}}"), closing.lowerBound > opening.upperBound else {
                return nil
            }
            segments.append(.column(String(rest[opening.upperBound..<closing.lowerBound])))
            rest = rest[closing.upperBound...]
        }
        segments.append(.literal(String(rest)))
        self.segments = segments
    }

    /// The columns it names.
    var columns: [String] {
        segments.compactMap { segment in
            if case .column(let name) = segment { name } else { nil }
        }
    }

    /// The text with the row's cells in place; a column that is not there counts as empty.
    func filled(from row: ImportedRow) -> String {
        segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .column(let name): row[name] ?? ""
            }
        }.joined()
    }
}

extension RowTemplate: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let template = RowTemplate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a {{ is never closed, or names no column")
        }
        self = template
    }
}
