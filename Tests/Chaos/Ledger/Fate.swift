/// What a complaint must lead to, so often and not more, and what else it may lead to.
struct Fate: Sendable {
    /// How often each must be there, by name.
    private(set) var musts: [String: Int]
    /// How often each may be there beyond that: what is dropped where something else has overtaken it.
    private(set) var mays: [String: Int]

    init(_ musts: [String: Int], mays: [String: Int] = [:]) {
        self.musts = musts
        self.mays = mays
    }

    /// The same and so many more of each.
    func with(_ more: [String: Int]) -> Fate { Fate(musts.merging(more, uniquingKeysWith: +), mays: mays) }

    /// The same without any of those.
    func without(_ names: [String]) -> Fate {
        Fate(musts.filter { !names.contains($0.key) }, mays: mays.filter { !names.contains($0.key) })
    }

    /// The same, where so many more of each are no fault.
    func allowing(_ more: [String: Int]) -> Fate { Fate(musts, mays: mays.merging(more, uniquingKeysWith: +)) }

    /// How often a fact may be there at most; `nil` where nobody expects it.
    func most(of name: String) -> Int? {
        let most = musts[name, default: 0] + mays[name, default: 0]
        return most > 0 ? most : nil
    }
}
