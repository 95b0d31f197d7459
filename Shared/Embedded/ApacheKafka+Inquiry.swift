/// What the distribution's own programs and the nodes' logs say, for a person who asks why something stands still.
extension ApacheKafka {
    /// How long such a program may take, in seconds.
    private static let inquirySeconds = 30.0

    /// What a program in the distribution's `bin` prints of this cluster, its errors with it.
    ///
    /// - Parameters:
    ///   - program: one that takes `--bootstrap-server`, such as `kafka-consumer-groups.sh`.
    ///   - arguments: what else it is told.
    /// - Throws: `EmbeddedError` when it cannot be started, or does not end in half a minute.
    public func ask(_ program: String, _ arguments: [String]) throws(EmbeddedError) -> [String] {
        let process = try nodes[0].tool(program, ["--bootstrap-server", bootstrapServers] + arguments)
        guard process.wait(within: Self.inquirySeconds) != nil else {
            process.kill()
            throw EmbeddedError("ask by \(program)", "it did not end in \(Self.inquirySeconds) s")
        }
        process.standardOutput?.waitForEnd(within: 1)
        process.standardError?.waitForEnd(within: 1)
        return (process.standardOutput?.all ?? []) + (process.standardError?.all ?? [])
    }

    /// The last lines of each node's log that match, each with the node's number.
    public func logLines(last count: Int, where matches: (String) -> Bool) -> [String] {
        nodes.flatMap { node in node.logLines.filter(matches).suffix(count).map { "node \(node.number): \($0)" } }
    }
}
