import Foundation
import OperatorService

/// A release of the product: the tree it was built in, with its programs, its migrations and its rules.
struct ReleaseFolder {
    let binaries: URL
    let migrations: URL
    /// The policy pack as it lies in the tree, or as it was prepared for a run.
    var policies: URL

    /// Where the scripts build, and where `swift build -c release` does.
    private static let folders = [".build/scripts/release", ".build/release"]

    /// - Parameter root: a checkout in which the release was built.
    /// - Throws: `Unavailable`, naming what is not there.
    init(root: URL) throws {
        let places = Self.folders.map { root.appending(path: $0) }
        binaries = places.first { FileManager.default.fileExists(atPath: $0.path) } ?? places[0]
        migrations = root.appending(path: "Ops/migrations")
        policies = root.appending(path: "Ops/policies/china")
        let programs = ["redress"] + DeploymentPlan.services.map { "redress-\($0)" }
        for path in programs.map({ binaries.appending(path: $0) }) + [migrations, policies] {
            guard FileManager.default.fileExists(atPath: path.path) else {
                throw Unavailable(description: "--previous: there is no \(path.path); expected a tree in which the release was built")
            }
        }
    }

    init(binaries: URL, migrations: URL, policies: URL) {
        (self.binaries, self.migrations, self.policies) = (binaries, migrations, policies)
    }
}
