/// Sealed data given at several times.
///
/// Domain cannot open what is sealed, so it cannot merge: it keeps the parts in order, a space between them. Who opens them lets what a
/// later part says replace what an earlier one said.
extension Sealed {
    /// The parts, the earliest first; each was sealed as one piece.
    public var parts: [Sealed] { rawValue.split(separator: " ").map { Sealed(String($0)) } }

    /// This and, after it, a later part.
    public func followed(by later: Sealed) -> Sealed {
        if later.rawValue.isEmpty || later == self { return self }
        return rawValue.isEmpty ? later : Sealed(rawValue + " " + later.rawValue)
    }
}
