internal import Domain
internal import Foundation

/// The attributes that a message's headers hold in binary mode, as text.
struct BinaryAttributes {
    private var found: [(attribute: CloudEventAttribute, text: String)] = []
    /// Whether there was any `ce_` header at all, known or not.
    private(set) var isBinary = false

    init() { found.reserveCapacity(13) }

    var contentType: String? { self[.dataContentType] }

    subscript(attribute: CloudEventAttribute) -> String? {
        for entry in found where entry.attribute == attribute { return entry.text }
        return nil
    }

    /// Takes one header; those of other names, and those without a value, are passed over.
    ///
    /// - Throws: a `Fault` when the value is too long or no UTF-8, or the attribute was there already.
    mutating func take(_ name: String, _ value: Data?) throws(Fault) {
        guard let attribute = Self.attribute(name) else {
            if name.utf8.starts(with: Self.prefix) { isBinary = true }
            return
        }
        if attribute != .dataContentType { isBinary = true }
        guard let value else { return }
        guard self[attribute] == nil else {
            throw Fault(field: attribute.rawValue, problem: "is given twice", expected: "one header \(name)")
        }
        guard value.count <= attribute.maximumBytes else {
            throw Fault(field: attribute.rawValue, problem: "is too long", expected: "at most \(attribute.maximumBytes) bytes")
        }
        guard let text = Self.text(value) else {
            throw Fault(field: attribute.rawValue, problem: "is not valid UTF-8", expected: "UTF-8 text")
        }
        found.append((attribute, text))
    }

    /// Nearly all are ASCII, which needs no check of its sequences.
    private static func text(_ value: Data) -> String? {
        value.allSatisfy { $0 < 0x80 } ? String(decoding: value, as: UTF8.self) : String(validating: value, as: UTF8.self)
    }

    private static let prefix = Array("ce_".utf8)

    /// Some clients write `Content-Type`; the `ce_` names are always in small letters.
    private static func attribute(_ name: String) -> CloudEventAttribute? {
        if let attribute = CloudEventAttribute(headerName: name) { return attribute }
        return name.utf8.count == 12 && name.lowercased() == "content-type" ? .dataContentType : nil
    }
}
