import Foundation
import Testing

/// What the product stands on is recorded, and can be held against the known faults.
@Suite struct SupplyChainTests {
    let tree: SourceTree

    init() throws {
        tree = try SourceTree.here.get()
    }

    private func run(_ script: String, _ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(SourceTree.root.appending(path: script), arguments, in: SourceTree.root)
    }

    /// Written for one test; the caller removes it.
    private func file(_ text: String) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "tracker-\(UUID().uuidString).json")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url
    }

    @Test func everyPythonPackageIsAskedForByVersionAndHash() throws {
        let text = try #require(tree["Ops/requirements.txt"]).text.replacing("\\\n", with: " ")
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count >= 2)
        for line in lines { #expect(line.contains("==") && line.contains("--hash=sha256:"), "\(line)") }
    }

    @Test func theRecordNamesEachPackageOfTheImageAndOfTheBuild() throws {
        let lock = try #require(tree["Ops/packages.lock"]).text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let recorded = Set(lock.compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(lock.allSatisfy { $0.split(separator: " ").count == 2 })
        let image = DockerfileRule.instructions(of: try #require(tree["Dockerfile"]).text).last { $0.words.contains("libpq5") }
        let named = try #require(image).words.filter { $0.wholeMatch(of: #/(lib[a-z0-9-]+|tzdata|ca-certificates)/#) != nil }
        #expect(named.count >= 8)
        let install = try #require(tree["Ops/install"]).text
        let built = try #require(install.firstMatch(of: #/build_packages=\(([^)]*)\)/#)).1.split(whereSeparator: \.isWhitespace).map(
            String.init)
        #expect(Set(named + built).subtracting(recorded) == [])
    }

    @Test func theBillOfMaterialsHoldsEachSystemLibraryOfThePackageWithItsVersion() throws {
        let outcome = try run("Ops/sbom", [])
        try #require(outcome.status == 0, "\(outcome.output)")
        let bill = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(bill["bomFormat"] as? String == "CycloneDX" && bill["specVersion"] as? String == "1.5")
        let components = try #require(bill["components"] as? [[String: Any]])
        for component in components { #expect((component["version"] as? String)?.isEmpty == false, "\(component)") }
        let targets = components.flatMap { $0["properties"] as? [[String: String]] ?? [] }
            .filter { $0["name"] == "swift:system-library" }.compactMap { $0["value"] }
        let manifest = try #require(tree["Package.swift"]).text
        #expect(Set(targets) == Set(manifest.matches(of: #/system\("(\w+)"/#).map { String($0.1) }))
        let librdkafka = components.first { $0["name"] as? String == "librdkafka1" }
        #expect((librdkafka?["purl"] as? String)?.hasPrefix("pkg:deb/debian/librdkafka1@2.") == true)
    }

    @Test func aFaultThatAnUpdateRepairsFailsTheAuditAndOneWithoutARepairIsCounted() throws {
        let data = try file(
            """
            {"librdkafka": {"CVE-2099-0001": {"releases": {"bookworm": {"status": "resolved", "fixed_version": "99", "urgency": "medium"}}},
                            "CVE-2099-0002": {"releases": {"bookworm": {"status": "resolved", "fixed_version": "0", "urgency": "low"}}}},
             "openssl": {"CVE-2099-0003": {"releases": {"bookworm": {"status": "open", "urgency": "high"}}},
                         "CVE-2099-0004": {"releases": {"sid": {"status": "open", "urgency": "high"}}}},
             "a-stranger": {"CVE-2099-0005": {"releases": {"bookworm": {"status": "open", "urgency": "high"}}}}}
            """)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: data) } }
        let outcome = try run("Ops/audit", ["--data", data.path, "--all"])
        #expect(outcome.status == 1)
        let named = outcome.output.matches(of: #/CVE-2099-\d+/#).map { String($0.output) }
        #expect(named == ["CVE-2099-0001", "CVE-2099-0003"], "\(outcome.output)")
        #expect(outcome.output.contains("repaired in 99") && outcome.output.contains("no repair yet"))
        #expect(outcome.output.contains("1 faults that an update repairs, 1 without a repair yet"))
    }

    @Test func whatCannotBeCheckedIsNoCleanBillOfHealth() throws {
        let missing = try run("Ops/audit", ["--data", "/nowhere/tracker.json"])
        #expect(missing.status == 69 && missing.output.contains("nothing was checked"))
        let broken = try file("<html>")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: broken) } }
        #expect(try run("Ops/audit", ["--data", broken.path]).status == 65)
        #expect(try run("Ops/audit", ["--frobnicate"]).status == 64)
    }
}
