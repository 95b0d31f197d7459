import Domain
import Foundation

extension PolicyReader {
    /// The file that says what laws are called; a pack without it names none.
    static let lawFile = "laws.yaml"

    /// What laws are called where people read them.
    mutating func lawNames() -> LawNames {
        guard has(Self.lawFile), let laws = readApart(LawPolicy.self, Self.lawFile) else { return LawNames() }
        let titles = laws.policy.laws.flatMap { law in ([law.law] + (law.also ?? [])).map { ($0, law.title) } }
        return LawNames(Dictionary(titles) { first, _ in first })
    }
}
