import Embedded
import Foundation
import Testing

@testable import OperatorService

@Suite struct ReleaseFolderTests {
    private let folder: TemporaryDirectory
    private var root: URL { URL(filePath: folder.path) }

    init() throws {
        folder = try TemporaryDirectory(named: "release")
    }

    private func make(_ programs: String, files: [String] = ["Ops/migrations", "Ops/policies/china"]) throws {
        for path in files + [programs] {
            try FileManager.default.createDirectory(at: root.appending(path: path), withIntermediateDirectories: true)
        }
        for name in ["redress"] + DeploymentPlan.services.map({ "redress-\($0)" }) {
            try Data().write(to: root.appending(path: programs).appending(path: name))
        }
    }

    @Test(arguments: [".build/scripts/release", ".build/release", "."])
    func aTreeIsOneWhereverItWasBuilt(_ programs: String) throws {
        try make(programs)
        let release = try ReleaseFolder(at: root, migrations: nil, policies: nil)
        #expect(release.binaries.standardizedFileURL.path == root.appending(path: programs).standardizedFileURL.path)
        #expect(release.migrations.path.hasSuffix("Ops/migrations"))
        #expect(release.policies.path.hasSuffix("Ops/policies/china"))
    }

    @Test func theFilesOfAFolderOfExecutablesAreThoseAroundIt() throws {
        try make(".build/release")
        let release = try ReleaseFolder(at: root.appending(path: ".build/release"), migrations: nil, policies: nil)
        #expect(release.migrations.path == root.appending(path: "Ops/migrations").path)
    }

    @Test func aPlainFolderIsToldWhatItLacks() throws {
        try make("bin", files: ["migrations", "pack"])
        let bin = root.appending(path: "bin")
        let error = #expect(throws: ReleaseFolder.Missing.self) { try ReleaseFolder(at: bin, migrations: nil, policies: nil) }
        #expect(error?.description.contains("/bin/Ops/migrations; expected a tree in which the release was built") == true)
        let named = try ReleaseFolder(
            at: bin, migrations: root.appending(path: "migrations"), policies: root.appending(path: "pack"))
        #expect(named.binaries.lastPathComponent == "bin")
    }

    @Test func aFolderWithoutTheProgramsIsNoRelease() throws {
        let error = #expect(throws: ReleaseFolder.Missing.self) { try ReleaseFolder(at: root, migrations: nil, policies: nil) }
        #expect(error?.description.contains("redress; expected") == true)
    }
}
