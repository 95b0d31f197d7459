/// The names of all facts that any course leads to, each with its place in a complaint's counts.
struct FactIndex: Sendable {
    let all: [String]
    private let places: [String: Int]

    init(_ courses: [Course]) {
        let names = Set(courses.flatMap { Array($0.fate.musts.keys) + Array($0.fate.mays.keys) })
        all = names.sorted()
        places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    }

    /// Nothing of anything.
    var zeros: [UInt8] { [UInt8](repeating: 0, count: all.count) }

    subscript(name: String) -> Int? { places[name] }
}

/// A course's fate by places, as it is compared with the counts of each complaint.
struct CourseRow: Sendable {
    let musts: [(place: Int, count: UInt8)]
    /// How often a fact may be there at most; `nil` where the course does not lead to it.
    let most: [Int?]
    private let early: [Int]

    init(_ course: Course, _ index: FactIndex) {
        musts = course.fate.musts.compactMap { name, count in index[name].map { ($0, UInt8(clamping: count)) } }.sorted {
            $0.place < $1.place
        }
        most = index.all.map { course.fate.most(of: $0) }
        early = course.early.compactMap { index[$0] }
    }

    func isEarly(_ counts: [UInt8]) -> Bool { early.allSatisfy { counts[$0] > 0 } }

    func isWhole(_ counts: [UInt8]) -> Bool { musts.allSatisfy { counts[$0.place] >= $0.count } }
}
