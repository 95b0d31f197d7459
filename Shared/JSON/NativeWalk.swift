import CSimdJSON

/// The members of an object, one after the other. The reader that owns the document must be alive and current.
struct MemberWalk {
    private var walk = redress_json_walk()

    /// Nil where the value is no object.
    init?(_ value: redress_json_value) {
        guard value.kind == .object, unsafe redress_json_walk_begin(value, &walk) else { return nil }
    }

    mutating func next() -> (name: String, value: redress_json_value)? {
        var text: UnsafePointer<CChar>?
        var (length, value) = (0, redress_json_value())
        guard unsafe redress_json_next_member(&walk, &text, &length, &value), let start = unsafe text else { return nil }
        return (unsafe redress_json_value.string(start, length), value)
    }
}

/// The elements of an array, one after the other. The reader that owns the document must be alive and current.
struct ElementWalk {
    private var walk = redress_json_walk()

    /// Nil where the value is no array.
    init?(_ value: redress_json_value) {
        guard value.kind == .array, unsafe redress_json_walk_begin(value, &walk) else { return nil }
    }

    mutating func next() -> redress_json_value? {
        var value = redress_json_value()
        return unsafe redress_json_next_element(&walk, &value) ? value : nil
    }
}
