import Domain

extension RoutingPolicy {
    /// Units another file names that this one does not define, each at its place in the list at `path`.
    func unknownUnits(among named: [Unit], at path: String) -> [Fault] {
        let known = Set(units.map(\.code))
        return named.enumerated().filter { !known.contains($0.element) }.map { position, _ in
            Fault(field: "\(path)[\(position)]", problem: "is not a unit of routing.yaml", expected: "a unit's code")
        }
    }
}
