import Foundation
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
        #expect(compose.services.count == 5)
        expectNone(try ComposeRule(tree: tree).violations(in: compose))
    }

    @Test func theImageHoldsOnlyWhatThereIs() throws {
        expectNone(try DockerfileRule(tree: tree).violations(in: try #require(tree["Dockerfile"])))
    }

    @Test func kubernetesNamesOnlyWhatThereIs() throws {
        let manifest = try KubernetesManifest(try #require(tree["Ops/kubernetes/redress.yaml"]))
        expectNone(manifest.violations(in: tree))
        let products = try ComposeRule.products(of: try #require(tree["Package.swift"]).text)
        #expect(manifest.programs == Set(products))
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

    @Test func everySecretIsMadeByTheScriptThatMakesSecrets() throws {
        let script = try #require(tree["Ops/make-secrets"]).text
        let compose = try ComposeFile(try #require(tree["docker-compose.yml"]).text)
        for file in compose.secretFiles.values {
            let name = file.replacing("Ops/secrets/", with: "")
            let generic = name.replacing(#/^(intake|dispatch|sla-monitor|compensation|notification)-/#, with: "$service-")
            #expect(script.contains("keep \(name) ") || script.contains("keep \"\(generic)\" "), "\(file) is made by nobody")
        }
    }
}
