import CSimdJSON
public import Foundation

/// One value of the document that a reader has parsed last, without the way to it: for who reads documents thousands of times a second and
/// puts the way together only where something is wrong. It is good until the reader parses the next document.
public struct JSONValue {
    let native: redress_json_value

    public var isNull: Bool { redress_json_kind_of(native) == REDRESS_JSON_NULL }
    /// `nil` where it is no text.
    public var text: String? { native.text }
    /// `nil` where it is no truth value.
    public var truth: Bool? { native.truth }
    /// `nil` where it is no whole number of 64 bits with a sign.
    public var whole: Int64? { native.int64 }
    /// Whether it is a whole number that 64 bits hold only without a sign.
    public var isBeyondInt64: Bool { native.int64 == nil && native.uint64 != nil }
    /// `nil` where it is no number, or one out of range.
    public var number: Double? {
        guard let number = native.number, number != NumberOutOfRange.value else { return nil }
        return number
    }

    /// `nil` where it is no object.
    public var members: JSONMembers? { JSONMembers(native) }
    /// `nil` where it is no list.
    public var elements: JSONElements? { JSONElements(native) }
}

/// The members of an object. Each look begins where the last one ended: who asks in the order of the document finds each at once.
public struct JSONMembers {
    private var cursor = redress_json_cursor()

    init?(_ value: redress_json_value) {
        guard unsafe redress_json_cursor_begin(value, &cursor) else { return nil }
    }

    /// The first member of that name; of a name that stands twice the first counts.
    public mutating func find(_ name: StaticString) -> JSONValue? {
        var value = redress_json_value()
        guard unsafe redress_json_cursor_find(&cursor, name.utf8Start, name.utf8CodeUnitCount, &value) else { return nil }
        return JSONValue(native: value)
    }

    /// Goes back to the first member.
    public mutating func rewind() { unsafe redress_json_cursor_rewind(&cursor) }

    /// The next member; `nil` at the end.
    public mutating func next() -> (name: String, value: JSONValue)? {
        var text: UnsafePointer<CChar>?
        var (length, value) = (0, redress_json_value())
        guard unsafe redress_json_cursor_next(&cursor, &text, &length, &value), let start = unsafe text else { return nil }
        return (unsafe redress_json_value.string(start, length), JSONValue(native: value))
    }
}

/// The elements of a list, one after the other.
public struct JSONElements {
    private var walk: ElementWalk

    init?(_ value: redress_json_value) {
        guard let walk = ElementWalk(value) else { return nil }
        self.walk = walk
    }

    public mutating func next() -> JSONValue? { walk.next().map { JSONValue(native: $0) } }
}

extension JSONReader {
    /// Reads a document and gives its outermost value, good until the next document is parsed.
    ///
    /// - Throws: ``JSONError`` with the kind of the fault and its byte offset.
    public func parseValue(_ document: Data) throws(JSONError) -> JSONValue { JSONValue(native: try parseElement(document).value) }
}
