/// The bounds a JSON document must keep.
public struct JSONLimits: Sendable {
    /// The longest document, in bytes.
    public var bytes: Int
    /// The deepest nesting of objects and arrays, the outermost counted as 1.
    public var depth: Int

    /// Sets the bounds.
    public init(bytes: Int = 8 << 20, depth: Int = 64) {
        self.bytes = bytes
        self.depth = depth
    }

    /// 8 MiB and 64 levels.
    public static let standard = JSONLimits()
}
