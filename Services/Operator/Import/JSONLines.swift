import Contracts
import Domain
import Foundation
import JSON

/// Reads a text of one JSON object a line.
struct JSONLines {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let text: Data
    private let reader: JSONReader
    private var position: Data.Index
    private var line = 0

    /// - Throws: a `RowFault` when there is no memory for a reader.
    init(_ text: Data) throws(RowFault) {
        self.text = text
        position = text.startIndex
        do throws(JSONError) {
            reader = try JSONReader()
        } catch {
            throw RowFault(line: 1, field: "", problem: "cannot be read: \(error)", expected: "memory for a line")
        }
    }

    /// The next line that is not empty; `nil` at the end. A byte order mark before a line, as where files were put together, is passed over.
    mutating func next() throws(RowFault) -> JSONLine? {
        while position < text.endIndex {
            line += 1
            let end = text[position...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            var bytes = Data(text[position..<end])
            position = end < text.endIndex ? text.index(after: end) : end
            while bytes.starts(with: Self.mark) { bytes = Data(bytes.dropFirst(Self.mark.count)) }
            while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
            if !bytes.isEmpty { return try JSONLine(bytes, line: line, reader) }
        }
        return nil
    }

    /// White space of JSON, and the Ctrl-Z that old programs write at the end of a file.
    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D, 0x1A].contains(byte) }
}

/// One JSON object of a file.
struct JSONLine {
    private let line: Int
    private let bytes: Data
    private let cells: [String: String]

    /// - Parameter bytes: without blanks at the end; those at the beginning count for the place of a fault alone.
    /// - Throws: a `RowFault` with the character at which the line is no JSON, or the member that stands twice.
    init(_ bytes: Data, line: Int, _ reader: JSONReader) throws(RowFault) {
        self.line = line
        self.bytes = Data(bytes.drop { $0 == 0x20 || $0 == 0x09 })
        let names: [String]
        do throws(JSONError) {
            let members = try reader.parse(bytes).members()
            names = members.map(\.name)
            var cells: [String: String] = [:]
            for (name, value) in members { cells[name] = try Self.text(of: value) }
            self.cells = cells
        } catch {
            throw Self.fault(error, in: bytes, line)
        }
        var seen: Set<String> = []
        if let name = names.first(where: { !seen.insert($0).inserted }) {
            throw RowFault(line: line, field: name, problem: "appears twice in the object", expected: "each name once")
        }
    }

    /// The members as cells: texts as they are, numbers and truth values as they are written; what holds more than one value has no cell.
    func row() -> ImportedRow { ImportedRow(line: line, cells: cells) }

    /// The event: the line itself where it is a whole CloudEvent, else one whose data the line is, known by its member `id` and what it says.
    ///
    /// - Parameter identity: what keeps the lines of this file apart from those of others.
    func event(source: String, in identity: ImportIdentity) throws(RowFault) -> ImportedEvent {
        let event: CloudEvent
        var rowID: String?
        if cells["specversion"] != nil {
            do {
                event = try CloudEventReader.read(value: bytes, headers: [])
            } catch {
                throw RowFault(line: line, error)
            }
        } else {
            rowID = cells["id"]
            let id = identity.id(rowID: rowID, content: bytes, hasTime: cells[ImportField.receivedAt.rawValue] != nil)
            event = CloudEvent(id: id, source: source, type: IntakeType.submitted.rawValue, data: bytes)
        }
        return try ImportedEvent(checking: event, line: line, rowID: rowID)
    }

    /// A number keeps its spelling: by way of another type `1.39E+10` would become the number of somebody else.
    private static func text(of value: JSONElement) throws(JSONError) -> String? {
        switch try value.kind() {
        case .string: try value.string()
        case .bool: try value.bool() ? "true" : "false"
        case .integer, .number: String(decoding: try value.rawData(), as: UTF8.self)
        case .null, .array, .object: nil
        }
    }

    private static func fault(_ error: JSONError, in bytes: Data, _ line: Int) -> RowFault {
        let start = bytes.first { $0 != 0x20 && $0 != 0x09 }
        if start == UInt8(ascii: "[") || error.kind == .truncated && start == UInt8(ascii: "{") {
            return RowFault(
                line: line, field: "",
                problem: start == UInt8(ascii: "[") ? "is a list, or begins one" : "ends before the object does",
                expected: "one whole JSON object a line; jq -c writes one that stands over several lines so")
        }
        if case .wrongType = error.kind {
            return RowFault(line: line, field: "", problem: "is JSON but no object", expected: "one JSON object a line")
        }
        let place = error.offset.map { " at character \(String(decoding: bytes.prefix($0), as: UTF8.self).count + 1)" } ?? ""
        if error.kind == .numberOutOfRange {
            return RowFault(
                line: line, field: error.member, problem: "has a number that is too large\(place)",
                expected: "numbers of at most 64 bits, longer ones as texts")
        }
        return RowFault(line: line, field: error.member, problem: "is not JSON\(place): \(error.kind)", expected: "one JSON object a line")
    }
}
