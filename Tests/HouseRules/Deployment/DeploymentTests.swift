import Contracts
import Foundation
import Policies
import Testing

/// Each setting, path, command, secret and health address that a deployment file names exists in the code.
@Suite struct DeploymentTests {
    let tree: SourceTree

    init() throws {
        tree = try SourceTree.here.get()
    }

    private func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in violations { Issue.record(Comment(rawValue: violation.description), sourceLocation: sourceLocation) }
    }

    @Test func composeNamesOnlyWhatThereIs() throws {
        let compose = try ComposeFile(try #require(tree["docker-compose.yml"]).text)
        #expect(compose.services.count == ServiceName.allCases.count)
        expectNone(ComposeRule(tree: tree).violations(in: compose))
    }

    @Test func theImageHoldsOnlyWhatThereIs() throws {
        expectNone(DockerfileRule(tree: tree).violations(in: try #require(tree["Dockerfile"])))
    }

    @Test func kubernetesNamesOnlyWhatThereIs() throws {
        let manifest = try KubernetesManifest(try #require(tree["Ops/kubernetes/redress.yaml"]))
        expectNone(manifest.violations(in: tree))
        #expect(manifest.programs == Set(ServiceName.programs))
    }

    @Test func theReadmeNamesOnlySettingsThatThereAre() throws {
        let readme = try #require(tree["README.md"]).text
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `--") }
        #expect(rows.count >= 10)
        for row in rows {
            for match in row.matches(of: #/`([A-Z][A-Z_]+)`/#) {
                let isKnown = ComposeRule(tree: tree).knowsSetting(String(match.1))
                #expect(isKnown, "README.md: \(match.1) is no setting")
            }
        }
    }

    /// Runs the script on a tree of its own, which is removed afterwards.
    private func makeSecrets(_ body: (_ root: URL, _ run: () throws -> Tool.Outcome) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root.appending(path: "Ops"), withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: root) } }
        for name in ["lib.sh", "make-secrets"] {
            try FileManager.default.copyItem(at: SourceTree.root.appending(path: "Ops/\(name)"), to: root.appending(path: "Ops/\(name)"))
        }
        try body(root) { try Tool.run(root.appending(path: "Ops/make-secrets"), [], in: root) }
    }

    private func mode(of url: URL) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int)
    }

    @Test func everySecretIsMadeByTheScriptThatMakesSecretsAndKeptWhenItRunsAgain() throws {
        let compose = try ComposeFile(try #require(tree["docker-compose.yml"]).text)
        try makeSecrets { root, run in
            let first = try run()
            #expect(first.status == 0, "\(first.output)")
            let files = compose.secretFiles.values.sorted()
            #expect(files.count >= 16)
            var made: [String: Data] = [:]
            for file in files { made[file] = try Data(contentsOf: root.appending(path: file)) }
            let again = try run()
            #expect(again.status == 0 && again.output.isEmpty, "\(again.output)")
            for file in files { #expect(try Data(contentsOf: root.appending(path: file)) == made[file], "\(file) was written again") }
        }
    }

    @Test func thePrivateKeysOfSendersAreTheirOwnersAloneAndTheRegisterFitsTheRoles() throws {
        try makeSecrets { root, run in
            #expect(try run().status == 0)
            let folder = root.appending(path: "Ops/secrets")
            let keys = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "senders").path).sorted()
            #expect(keys == ["appeals.pem", "approvers.pem", "billing.pem", "desk.pem", "review.pem"])
            for key in keys { #expect(try mode(of: folder.appending(path: "senders/\(key)")) == 0o600) }
            #expect(try mode(of: folder) == 0o700)
            // As the services read it: each key is one, each role is known, and nobody may check what they made.
            let roles = try RolePolicy.load(directory: SourceTree.root.appending(path: "Ops/policies/china"))
            let register = try SenderRegister.load(file: folder.appending(path: "senders.yaml"), roles: roles)
            #expect(register.senders.map(\.sender) == ["desk", "review", "appeals", "approvers", "billing"])
            #expect(register.senders.allSatisfy { Data(base64Encoded: $0.key)?.count == 32 })
        }
    }

    @Test func aKeyThatTheRegisterDoesNotKnowIsSaidAndTheRegisterLeft() throws {
        try makeSecrets { root, run in
            #expect(try run().status == 0)
            let register = root.appending(path: "Ops/secrets/senders.yaml")
            let before = try String(contentsOf: register, encoding: .utf8)
            try FileManager.default.removeItem(at: root.appending(path: "Ops/secrets/senders/billing.pem"))
            let outcome = try run()
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("does not know this key; add:   - {sender: \"billing\""), "\(outcome.output)")
            #expect(try String(contentsOf: register, encoding: .utf8) == before)
        }
    }

    /// Another set of options, even the colours of a terminal, would have everything rebuilt by the next script.
    @Test func everyScriptBuildsTheReleaseAlikeInAFolderOfTheScriptsOwn() throws {
        let scripts = tree.files.filter { $0.path.split(separator: "/").count == 2 && $0.lies(in: ["Ops"]) && $0.text.hasPrefix("#!") }
        #expect(scripts.count >= 10)
        for script in scripts {
            let code = script.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            #expect(!code.contains("swift build -c release"), "\(script.path) builds by itself; use build_release of lib.sh")
            #expect(!code.contains(".build/release"), "\(script.path) runs what scripts do not build; use release_programs of lib.sh")
        }
        let builds = try #require(tree["Ops/lib.sh"]).text.matches(of: #/swift build -c release ([^\n]*)/#).filter {
            $0.1.contains("scratch")
        }
        #expect(builds.count == 1)
        #expect(builds.allSatisfy { $0.1.contains("--no-color-diagnostics") && $0.1.contains("--static-swift-stdlib") })
    }

    @Test func theDemoPlaysWhatWasBuiltWhereItIsAskedTo() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root.appending(path: "Ops"), withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: root) } }
        for name in ["lib.sh", "demo"] {
            try FileManager.default.copyItem(at: SourceTree.root.appending(path: "Ops/\(name)"), to: root.appending(path: "Ops/\(name)"))
        }
        try Data("#!/bin/sh\n".utf8).write(to: root.appending(path: "Ops/install"))
        let programs = root.appending(path: ".build/scripts/release")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        try Data("#!/bin/sh\necho \"plays: $*\"\n".utf8).write(to: programs.appending(path: "redress"))
        let names = ServiceName.programs.filter { $0 != ServiceName.notification.program }
        for name in names where name != "redress" { try Data("#!/bin/sh\n".utf8).write(to: programs.appending(path: name)) }
        for file in names.map({ programs.appending(path: $0) }) + [root.appending(path: "Ops/install")] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let demo = root.appending(path: "Ops/demo")
        let missing = try Tool.run(demo, ["--no-build"], in: root)
        #expect(missing.status == 69 && missing.output.contains("redress-notification is not built yet"), "\(missing.output)")
        try FileManager.default.copyItem(
            at: programs.appending(path: "redress-intake"), to: programs.appending(path: "redress-notification"))
        let played = try Tool.run(demo, ["--keep", "--no-build"], in: root)
        #expect(played.status == 0 && played.output == "plays: demo --keep\n", "\(played.output)")
    }

    @Test func whoReadsCommandsChecksThemAndPeopleFindTheirKeys() throws {
        let compose = try ComposeFile(try #require(tree["docker-compose.yml"]).text)
        for name in ["dispatch", "compensation"] {
            let service = try #require(compose.containers.first { $0.name == name })
            #expect(service.environment["REDRESS_COMMAND_KEYS"] == "/run/secrets/senders")
        }
        let desk = try #require(compose.containers.first { $0.name == "desk" })
        #expect(desk.environment["REDRESS_SIGN_WITH"] == "/run/secrets/desk")
        #expect(Set(desk.secrets) == ["desk", "review", "appeals", "approvers", "billing"])
        // No service has a private key, or it could command itself.
        for service in compose.services { #expect(Set(service.secrets).isDisjoint(with: desk.secrets), "\(service.name)") }
    }

    @Test func theDatabaseCountsAsThereOnlyWhereClientsReachIt() throws {
        let compose = try ComposeFile(try #require(tree["docker-compose.yml"]).text)
        let postgres = try #require(compose.containers.first { $0.name == "postgres" })
        #expect(postgres.healthCheck.contains("pg_isready"))
        // On its socket the image's temporary server answers, too, which no client can reach.
        #expect(postgres.healthCheck.contains { $0.hasPrefix("--host=") })
        for name in ["migrate", "topics"] {
            let job = try #require(compose.containers.first { $0.name == name })
            #expect(job.command.contains { $0.hasPrefix("--wait") }, "\(name) does not wait for its server")
        }
    }
}
