/// All that is wrong with one policy, found in one go.
public struct Faults: Error, Hashable, Sendable {
    public let faults: [Fault]

    public init(_ faults: [Fault]) {
        self.faults = faults
    }
}

extension Faults: CustomStringConvertible {
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
