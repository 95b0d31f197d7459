/// Which keys of one mapping were asked for while a value was read from it.
///
/// Every decoder over the same node shares one ledger, so a type may read its discriminator itself and pass the rest on.
final class KeyLedger {
    private(set) var asked: [String] = []
    /// The ledgers of nested containers, which no type of their own checks.
    var nested: [NodeReading] = []
    /// The whole node was taken as it stands.
    var isTakenWhole = false

    func ask(for key: String) {
        if !asked.contains(key) { asked.append(key) }
    }

    /// Finds the first key of the mapping that nobody asked for.
    ///
    /// - Throws: ``YAMLError`` that names it, what was asked for, and the nearest of these.
    func check(_ reading: NodeReading) throws(YAMLError) {
        if isTakenWhole { return }
        let known = Set(asked)
        if let unknown = (reading.node.entries ?? []).first(where: { !known.contains($0.key) }) {
            throw reading.unknownKey(unknown, expected: asked)
        }
        for inner in nested { try inner.ledger.check(inner) }
    }
}
