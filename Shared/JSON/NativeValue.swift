import CSimdJSON

/// What a value of simdjson's document holds, or nil when it is of another type. The reader that owns the document must be alive and current.
extension redress_json_value {
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
