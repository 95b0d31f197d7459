import CSimdJSON

/// What a value of simdjson's document holds, or nil when it is of another type. The reader that owns the document must be alive and current.
extension redress_json_value {
    var kind: JSONElement.Kind {
        switch redress_json_kind_of(self) {
        case REDRESS_JSON_OBJECT: .object
        case REDRESS_JSON_ARRAY: .array
        case REDRESS_JSON_STRING: .string
        case REDRESS_JSON_INT64, REDRESS_JSON_UINT64: .integer
        case REDRESS_JSON_DOUBLE: .number
        case REDRESS_JSON_BOOL: .bool
        default: .null
        }
    }

    /// The first member of that name, and its place among the members; nil when there is none or the value is no object.
    func place(of name: String) -> (value: redress_json_value, place: Int)? {
        var (found, place) = (redress_json_value(), 0)
        var name = name
        let isFound = name.withUTF8 { utf8 in unsafe redress_json_member(self, utf8.baseAddress, utf8.count, &found, &place) }
        return isFound ? (found, place) : nil
    }

    var text: String? {
        var start: UnsafePointer<CChar>?
        var length = 0
        guard unsafe redress_json_string(self, &start, &length), let start = unsafe start else { return nil }
        return unsafe Self.string(start, length)
    }

    var int64: Int64? {
        var number: Int64 = 0
        return unsafe redress_json_int64(self, &number) ? number : nil
    }

    var uint64: UInt64? {
        var number: UInt64 = 0
        return unsafe redress_json_uint64(self, &number) ? number : nil
    }

    var number: Double? {
        var number = 0.0
        return unsafe redress_json_double(self, &number) ? number : nil
    }

    var truth: Bool? {
        var truth = false
        return unsafe redress_json_bool(self, &truth) ? truth : nil
    }

    /// Copies a text that simdjson has checked to be UTF-8.
    static func string(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
        unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
            unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
        }
    }
}

/// What stands for a number that neither 64 bits nor binary floating point can hold, while a document is read that has one.
///
/// simdjson refuses the whole document for it. So the reader puts another number of the same length in its place, by which it is known; a
/// document that holds this very number is told the same, that it is out of range.
enum NumberOutOfRange {
    static let value = 9e307

    /// - Parameter length: in bytes; a number out of range has five and more, as `1e309` has.
    static func text(of length: Int) -> [UInt8] {
        switch length {
        case ...5: Array("9e307".utf8)
        case 6: Array("9e+307".utf8)
        default: Array("9.".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: length - 6) + Array("e307".utf8)
        }
    }
}
