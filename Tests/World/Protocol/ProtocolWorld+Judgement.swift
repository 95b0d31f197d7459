import Fakes

extension ProtocolWorld {
    /// Reads what is on the topic and in the database when all has come to rest, and holds it against the promises.
    func violations() -> [Violation] {
        var found: [Violation] = []
        func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
            if !holds { found.append(Violation(promise: promise, seen: seen())) }
        }
        let (seen, gap) = readOut()
        expect(gap == nil, "a key has no gap", gap ?? "")
        for key in Set(seen.keys).union(sent.keys).sorted() {
            let (published, given) = (seen[key] ?? [], sent[key] ?? [])
            expect(Set(published) == Set(given), "every message leads to its event", "\(key): \(published), of \(given)")
            expect(published.count == given.count, "every message counts once", "\(key): \(published)")
        }
        expect(database.letters.isEmpty, "an outage is no poisoned message", "\(database.letters.count) dead letters")
        expect(database.unconfirmedRows == 0, "the journal is confirmed to its end", "\(database.unconfirmedRows) rows are not")
        return found
    }
}
