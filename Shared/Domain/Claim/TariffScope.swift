/// Where a part or a figure of a tariff holds: every condition given must be met.
public struct TariffScope: Decodable, Hashable, Sendable {
    public let provinces: [Province]?
    /// All of these must be so.
    public let circumstances: [String]?

    func contains(_ case: TariffCase) -> Bool {
        if let provinces, !provinces.contains(where: { $0 == `case`.province }) { return false }
        return (circumstances ?? []).allSatisfy(`case`.circumstances.contains)
    }

    func faults(at path: String) -> [Fault] {
        guard provinces?.isEmpty ?? true, circumstances?.isEmpty ?? true else { return [] }
        return [Fault(field: path, problem: "has no condition", expected: "a province or a circumstance")]
    }
}
