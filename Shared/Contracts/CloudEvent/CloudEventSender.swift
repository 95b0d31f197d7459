import Domain
public import Foundation

/// Who sent a message and what it is said to be, of a message that is no proper CloudEvent: so that people can tell whose it was.
public enum CloudEventSender {
    /// The source and the type, each where it can be read and is no longer than it may be.
    public static func read(value: Data?, headers: some EventHeaders) -> (source: String?, type: String?) {
        if let value, CloudEventReader.isStructured(headers) { return (member(.source, of: value), member(.type, of: value)) }
        let (source, type) = (header(.source, in: headers), header(.type, in: headers))
        guard source == nil, type == nil, let value else { return (source, type) }
        return (member(.source, of: value), member(.type, of: value))
    }

    private static func header(_ attribute: CloudEventAttribute, in headers: some EventHeaders) -> String? {
        var found: String?
        headers.forEachField { name, value in
            guard found == nil, CloudEventAttribute(headerName: name) == attribute else { return }
            if let value { found = value.text.flatMap { usable($0, attribute) } }
        }
        return found
    }

    private static func member(_ attribute: CloudEventAttribute, of value: Data) -> String? {
        do throws(Fault) {
            return try JSONFields.read(value) { fields throws(Fault) in
                try fields.string(attribute.rawValue).flatMap { usable($0, attribute) }
            }
        } catch {
            // It is no JSON, or has something else there: nobody knows who sent it.
            return nil
        }
    }

    private static func usable(_ text: String, _ attribute: CloudEventAttribute) -> String? {
        let isPlain = !text.isEmpty && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isPlain && text.utf8.count <= attribute.maximumBytes ? text : nil
    }
}
