package import Foundation

/// A release of the product: where its programs, its migrations and its rules lie.
package struct ReleaseFolder {
    package let binaries: URL
    package let migrations: URL
    /// The policy pack as it lies in the tree, or as it was prepared for a run.
    package var policies: URL

    /// Something of a release is not where it was looked for.
    package struct Missing: Error, CustomStringConvertible {
        /// What is not there.
        let path: String
        let expected: String

        package var description: String { "there is no \(path); expected \(expected)" }
    }

    /// Where the scripts build, and where `swift build -c release` does.
    private static let builds = [".build/scripts/release", ".build/release"]
    private static let migrationsPlace = "Ops/migrations"
    private static let policiesPlace = "Ops/policies/china"

    package init(binaries: URL, migrations: URL, policies: URL) {
        (self.binaries, self.migrations, self.policies) = (binaries, migrations, policies)
    }

    /// - Parameter root: a checkout in which the release was built.
    /// - Throws: `Missing`, naming what is not there.
    package init(root: URL) throws(Missing) {
        let places = Self.builds.map { root.appending(path: $0) }
        self.init(
            binaries: places.first { Self.exists($0) } ?? places[0], migrations: root.appending(path: Self.migrationsPlace),
            policies: root.appending(path: Self.policiesPlace))
        try check(expected: "a tree in which the release was built")
    }

    /// A release in a checkout in which it was built, or in a folder of the six executables.
    ///
    /// The migrations and the policies of a folder of executables are those of the nearest folder around it that has them, where none are named.
    ///
    /// - Throws: `Missing`, naming what is not there.
    package init(at folder: URL, migrations: URL?, policies: URL?) throws(Missing) {
        let folder = folder.standardizedFileURL
        let places = Self.builds.map { folder.appending(path: $0) } + [folder]
        let binaries = places.first { Self.exists($0.appending(path: "redress")) } ?? folder
        let root = Self.root(around: folder)
        self.init(
            binaries: binaries, migrations: migrations ?? root.appending(path: Self.migrationsPlace),
            policies: policies ?? root.appending(path: Self.policiesPlace))
        try check(expected: "a tree in which the release was built, or a folder of its six executables, its migrations and policies named")
    }

    private static func root(around folder: URL) -> URL {
        var root = folder
        while root.path != "/" {
            if exists(root.appending(path: migrationsPlace)) { return root }
            root = root.deletingLastPathComponent()
        }
        return folder
    }

    private func check(expected: String) throws(Missing) {
        let programs = ["redress"] + DeploymentPlan.services.map { "redress-\($0)" }
        for path in programs.map({ binaries.appending(path: $0) }) + [migrations, policies] where !Self.exists(path) {
            throw Missing(path: path.path, expected: expected)
        }
    }

    private static func exists(_ place: URL) -> Bool { FileManager.default.fileExists(atPath: place.path) }
}
