import Contracts
import Crypto
import Domain
import Foundation

/// One JSON object of a file.
struct JSONLine {
    private let line: Int
    private let bytes: Data
    private let members: [String: JSONCell]

    init(_ bytes: Data, line: Int) throws(RowFault) {
        do {
            members = try JSONDecoder().decode([String: JSONCell].self, from: bytes)
        } catch {
            throw RowFault(line: line, field: "", problem: "is not a JSON object", expected: "one JSON object a line")
        }
        self.line = line
        self.bytes = bytes
    }

    /// Tells one line from another.
    var digest: String { String(SHA256.hex(bytes).prefix(32)) }

    /// The members as cells: texts, numbers and truth values as they are written; what holds more than one value has no cell.
    func row() -> ImportedRow {
        ImportedRow(line: line, cells: members.compactMapValues(\.text))
    }

    /// The event: the line itself where it is a whole CloudEvent, else one whose data the line is.
    ///
    /// - Parameter copy: how often the same line has come, this time included; it keeps the copies of a line apart.
    func event(source: String, copy: Int) throws(RowFault) -> ImportedEvent {
        let event: CloudEvent
        if members["specversion"] != nil {
            do {
                event = try CloudEventReader.read(value: bytes, headers: [])
            } catch {
                throw RowFault(line: line, error)
            }
        } else {
            let id = copy == 1 ? digest : "\(digest)-\(copy)"
            event = CloudEvent(id: id, source: source, type: IntakeType.submitted.rawValue, data: bytes)
        }
        return try ImportedEvent(checking: event, line: line)
    }
}

/// A member of a JSON object as the text of a cell; `nil` for what is no single value.
private struct JSONCell: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        guard let container = try? decoder.singleValueContainer(), !container.decodeNil() else {
            text = nil
            return
        }
        if let value = try? container.decode(String.self) {
            text = value
        } else if let value = try? container.decode(Bool.self) {
            text = value ? "true" : "false"
        } else if let value = try? container.decode(Int64.self) {
            text = String(value)
        } else if let value = try? container.decode(Decimal.self) {
            text = "\(value)"
        } else {
            text = nil
        }
    }
}
