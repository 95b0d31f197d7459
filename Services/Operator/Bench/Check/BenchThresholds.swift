import Domain
import Foundation
import YAML

/// What the figures of a run are held to, as it is committed in a file: bounds of ratios between releases, and of figures alone.
struct BenchThresholds: Decodable, Equatable {
    /// The bounds of one figure or of one ratio.
    struct Bound: Decodable, Equatable {
        /// The figure's name, such as `all.cpu.broker`.
        let figure: String
        let atLeast: Double?
        let atMost: Double?
    }

    /// The commit of the release that ratios are taken to.
    let against: String?
    /// Of this release's figure divided by the other's.
    let ratios: [Bound]?
    /// Of this release's figure alone: what does not depend on the machine's speed.
    let figures: [Bound]?

    /// - Throws: a `YAMLError` with file, line and column, or `Faults` with what the types cannot say.
    init(contentsOf file: URL) throws {
        self = try YAMLDecoder().decode(BenchThresholds.self, contentsOf: file)
        try check()
    }

    /// - Throws: as above.
    init(_ text: String, file: String) throws {
        self = try YAMLDecoder().decode(BenchThresholds.self, from: text, file: file)
        try check()
    }

    private func check() throws(Faults) {
        let all = [("ratios", ratios ?? []), ("figures", figures ?? [])]
        let faults = all.flatMap { name, bounds in
            bounds.enumerated().filter { $0.element.atLeast == nil && $0.element.atMost == nil }.map { index, bound in
                Fault(field: "\(name)[\(index)]", problem: "bounds \(bound.figure) by nothing", expected: "atLeast, atMost or both")
            }
        }
        guard faults.isEmpty else { throw Faults(faults) }
    }
}
