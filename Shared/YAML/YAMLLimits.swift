/// The bounds a YAML text must keep, so that a small hostile file cannot cost much time or memory.
public struct YAMLLimits: Sendable {
    /// The longest text, in bytes.
    public var bytes: Int
    /// The deepest nesting of mappings and sequences.
    public var depth: Int
    /// The most nodes, each alias counted as the whole of what it stands for ("billion laughs").
    public var nodes: Int

    /// Sets the bounds; each has a default far above any policy pack.
    public init(bytes: Int = 8 << 20, depth: Int = 64, nodes: Int = 200_000) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }

    /// 8 MiB, 64 levels, 200,000 nodes: far above any policy pack, far below harm.
    public static let standard = YAMLLimits()
}
