import Foundation
import Testing
import YAML

/// Containers run as nobody, write nothing, and gain no rights.
@Suite struct HardeningTests {
    let tree: SourceTree

    init() throws {
        tree = try SourceTree.here.get()
    }

    /// What a container of the compose file lacks.
    static func composeFaults(_ text: String) throws -> [String] {
        let root = try YAMLNode.parse(text, file: "docker-compose.yml")
        return (root["services"]?.entries ?? []).flatMap { entry -> [String] in
            let fields = entry.value.merged
            guard fields["build"] != nil else { return [] }
            var faults: [String] = []
            if fields["read_only"]?.text != "true" { faults.append("\(entry.key) may write to its root: read_only: true") }
            if fields["cap_drop"]?.words != ["ALL"] { faults.append("\(entry.key) keeps capabilities: cap_drop: [ALL]") }
            if fields["security_opt"]?.words.contains("no-new-privileges:true") != true {
                faults.append("\(entry.key) may gain privileges: security_opt: [\"no-new-privileges:true\"]")
            }
            if fields["privileged"] != nil || fields["user"] != nil {
                faults.append("\(entry.key) runs as somebody else than the image says")
            }
            return faults
        }
    }

    /// What a container of the manifests lacks.
    static func kubernetesFaults(_ text: String, file: String) throws -> [String] {
        let root = try YAMLNode.parse(text, file: file)
        let items = root["items"]?.elements ?? [root]
        let pods = items.compactMap { item in
            item["spec"]?["template"]?["spec"] ?? item["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]
        }
        return pods.flatMap { pod -> [String] in
            let whole = pod["securityContext"]
            return (pod["containers"]?.elements ?? []).flatMap { container -> [String] in
                let name = container["name"]?.text ?? "a container"
                let own = container["securityContext"]
                var faults: [String] = []
                if whole?["runAsNonRoot"]?.text != "true" || whole?["runAsUser"]?.text != "65534" {
                    faults.append("\(name) does not run as nobody: runAsNonRoot: true, runAsUser: 65534")
                }
                if whole?["seccompProfile"]?["type"]?.text != "RuntimeDefault" { faults.append("\(name) has no seccomp profile") }
                if own?["readOnlyRootFilesystem"]?.text != "true" { faults.append("\(name) may write to its root") }
                if own?["allowPrivilegeEscalation"]?.text != "false" { faults.append("\(name) may gain privileges") }
                if own?["capabilities"]?["drop"]?.words != ["ALL"] { faults.append("\(name) keeps capabilities") }
                return faults
            }
        }
    }

    /// Whom the last stage of a Dockerfile leaves running.
    static func lastUser(_ text: String) -> String? {
        let instructions = DockerfileRule.instructions(of: text)
        let stage = instructions.lastIndex { $0.verb == "FROM" } ?? 0
        return instructions[stage...].last { $0.verb == "USER" }?.words.first
    }

    @Test func composeRunsEachContainerOfOursWithoutRightsAndWithAReadOnlyRoot() throws {
        #expect(try Self.composeFaults(try #require(tree["docker-compose.yml"]).text) == [])
    }

    @Test(arguments: ["Ops/kubernetes/redress.yaml", "Ops/kubernetes/reports.yaml"])
    func kubernetesRunsEachContainerAsNobodyAndWithAReadOnlyRoot(path: String) throws {
        let file = try #require(tree[path])
        #expect(try Self.kubernetesFaults(file.text, file: path) == [])
        #expect(file.text.contains("containers:"))
    }

    @Test func theImageRunsAsNobody() throws {
        #expect(Self.lastUser(try #require(tree["Dockerfile"]).text) == "65534:65534")
    }

    @Test func aContainerThatLacksThemIsFound() throws {
        #expect(try Self.composeFaults("services:\n  a: {build: ., user: root}\n  b: {image: kafka}\n").count == 4)
        let pod = "spec: {template: {spec: {containers: [{name: a}]}}}\n"
        #expect(try Self.kubernetesFaults(pod, file: "a.yaml").count == 5)
        #expect(Self.lastUser("FROM a\nUSER 1\nFROM b\nRUN x\n") == nil)
    }
}
