internal import Domain
public import Foundation
internal import JSON

extension CloudEventReader {
    /// Who sent a message that cannot be read, and under which id: enough to say what is wrong with it.
    ///
    /// It has the type, the correlation and the data only as far as they can be read; `nil` where the source or the id cannot, is missing or is
    /// given twice. Then there is nobody to answer.
    public static func sender(value: Data?, headers: [(name: String, value: Data?)]) -> CloudEvent? {
        let isBinary = headers.contains { $0.name.hasPrefix("ce_") }
        return isBinary && !isStructured(headers) ? binarySender(headers, value) : value.flatMap(structuredSender)
    }

    private static func binarySender(_ headers: [(name: String, value: Data?)], _ value: Data?) -> CloudEvent? {
        func text(_ attribute: CloudEventAttribute) -> String? {
            let given = headers.filter { CloudEventAttribute(headerName: $0.name) == attribute }.compactMap(\.value)
            guard given.count == 1, let only = given.first else { return nil }
            return String(validating: only, as: UTF8.self).flatMap(attribute.valid)
        }
        return event(value, text)
    }

    private static func structuredSender(_ value: Data) -> CloudEvent? {
        do {
            return try JSONFields.read(value, isEnvelope: true) { fields throws(Fault) in
                var texts: [CloudEventAttribute: [String?]] = [:]
                var data: Data?
                for (name, member) in try fields.members() {
                    if name == "data" {
                        data = readable { () throws(Fault) in try fields.read { () throws(JSONError) in try member.rawData() } }
                    } else if let attribute = CloudEventAttribute(rawValue: name) {
                        let text = readable { () throws(Fault) in try fields.read { () throws(JSONError) in try member.string() } }
                        texts[attribute, default: []].append(text)
                    }
                }
                return event(data) { attribute in
                    guard let given = texts[attribute], given.count == 1, let only = given[0] else { return nil }
                    return attribute.valid(only)
                }
            }
        } catch {
            // Bytes that are no JSON object name nobody; why they are none was found before.
            return nil
        }
    }

    private static func event(_ data: Data?, _ text: (CloudEventAttribute) -> String?) -> CloudEvent? {
        guard let id = text(.id), let source = text(.source) else { return nil }
        return CloudEvent(
            id: id, source: source, type: text(.type) ?? "", traceParent: text(.traceParent), correlationID: text(.correlationID),
            data: data ?? Data())
    }

    /// What is there, where it is as it should be; that the message is faulty is known already.
    private static func readable<Value>(_ read: () throws(Fault) -> Value?) -> Value? {
        do {
            return try read()
        } catch {
            return nil
        }
    }
}

extension CloudEventAttribute {
    /// The value, where it is one.
    fileprivate func valid(_ value: String) -> String? {
        do {
            try check(value)
            return value
        } catch {
            return nil
        }
    }
}
