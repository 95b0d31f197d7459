import Contracts
import Foundation
import Testing
import YAML

/// `ServiceName` is the one list of the services: whatever stands outside of Swift names the same ones, in the same order where order means something.
@Suite struct ServiceListTests {
    let tree: SourceTree
    private let names = ServiceName.allCases.map(\.rawValue)
    private let programs = ServiceName.allCases.map(\.program)

    init() throws {
        tree = try SourceTree.here.get()
    }

    private func text(_ path: String) throws -> String { try #require(tree[path], "\(path) is missing").text }

    private func yaml(_ path: String) throws -> YAMLNode { try YAMLNode.parse(try text(path), file: path) }

    @Test func thePackageMakesOneLibraryAndOneExecutableOfEach() throws {
        let named = try text("Package.swift").matches(of: #/\(folder: "(\w+)", program: "([\w-]+)"\)/#)
        #expect(named.map { String($0.1) } == ServiceName.allCases.map(\.folder))
        #expect(named.map { String($0.2) } == programs)
        let folders = Set(tree.files.filter { $0.lies(in: ["Services"]) }.compactMap { $0.path.split(separator: "/").dropFirst().first })
        #expect(folders == Set(ServiceName.allCases.map { Substring($0.folder) } + ["Operator"]))
    }

    @Test func theScriptsTakeThemFromOnePlace() throws {
        let listed = try #require(try text("Ops/lib.sh").firstMatch(of: #/\nservices=\(([^)]*)\)/#)).1.split(separator: " ").map(
            String.init)
        #expect(listed == names)
        #expect(try text("Ops/lib.sh").contains("\nproduct_programs=(redress \"${services[@]/#/redress-}\")\n"))
        let scripts = tree.files.filter { $0.path.split(separator: "/").count == 2 && $0.lies(in: ["Ops"]) && $0.text.hasPrefix("#!") }
        #expect(scripts.count >= 10)
        for script in scripts {
            let code = script.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            let listing = names.filter(code.contains).count == names.count
            #expect(!listing, "\(script.path) lists the services; take \"${services[@]}\" or \"${product_programs[@]}\" of lib.sh")
        }
        for script in ["make-secrets", "demo", "bench", "chaos"] {
            let takes = try text("Ops/\(script)").contains(#/"\$\{(services|product_programs)\[@\]\}"/#)
            #expect(takes, "Ops/\(script) does not take the services from lib.sh")
        }
    }

    @Test func theImageHoldsEach() throws {
        let copied = DockerfileRule.instructions(of: try text("Dockerfile")).flatMap(\.words).filter { $0.hasPrefix(".build/release/") }
        #expect(copied == ServiceName.programs.map { ".build/release/" + $0 })
    }

    @Test func composeRunsEachWithADatabaseOfItsOwn() throws {
        let compose = try ComposeFile(try text("docker-compose.yml"))
        #expect(compose.services.map(\.name) == names)
        for service in compose.services {
            #expect(service.environment["DATABASE_URL_FILE"] == "/run/secrets/\(service.name)-database-url")
            #expect(service.secrets.contains("\(service.name)-database-url"))
        }
        #expect(
            Set(compose.secretFiles.keys.filter { $0.hasSuffix("-database-url") }) == Set((names + ["admin"]).map { $0 + "-database-url" }))
    }

    @Test func kubernetesRunsEachWithADatabaseOfItsOwn() throws {
        let items = try yaml("Ops/kubernetes/redress.yaml")["items"]?.elements ?? []
        let deployments = items.filter { $0["kind"]?.text == "Deployment" }
        #expect(deployments.compactMap { $0["metadata"]?["name"]?.text } == programs)
        for (deployment, name) in zip(deployments, names) {
            let pod = deployment["spec"]?["template"]?["spec"]
            #expect(pod?["containers"]?[0]?["command"]?.words == ["redress-\(name)"])
            let secrets = pod?["volumes"]?[0]?["secret"]?["items"]?.elements?.compactMap { $0["key"]?.text } ?? []
            #expect(secrets.contains("\(name)-database-url"))
        }
    }

    /// The script itself runs in `DeploymentTests`.
    @Test func eachMigrationIsOfEveryServiceOrOfOne() throws {
        let folders = Set(tree.files.filter { $0.lies(in: ["Ops/migrations"]) }.map { String($0.path.split(separator: "/")[2]) })
        #expect(folders.contains("lanes"))
        #expect(folders.isSubset(of: ServiceName.allCases.map(\.schema) + ["lanes", "operations"]))
    }

    @Test func prometheusScrapesEachAndMissesEach() throws {
        let jobs = try yaml("Ops/monitoring/prometheus.yaml")["scrape_configs"]?.elements ?? []
        #expect(jobs.compactMap { $0["job_name"]?.text } == programs)
        #expect(jobs.compactMap { $0["dns_sd_configs"]?[0]?["names"]?[0]?.text } == names)
        let absent = try text("Ops/monitoring/alerts.yaml").matches(of: #/absent\(up\{job="([\w-]+)"\}\)/#).map { String($0.1) }
        #expect(absent == programs)
    }

    @Test func everyOtherNameOfAServiceInTheMonitoringIsOneOfThem() throws {
        for path in ["Ops/monitoring/alerts.yaml", "Ops/monitoring/alerts-test.yaml", "Ops/monitoring/prometheus.yaml"] {
            let jobs = try text(path).matches(of: #/job[:=] ?"?(redress-[\w-]+)/#).map { String($0.1) }
            #expect(!jobs.isEmpty || path.hasSuffix("prometheus.yaml"))
            #expect(Set(jobs).isSubset(of: programs), "\(path)")
        }
    }

    @Test func theContractsNameEach() throws {
        let parked = try yaml("Ops/contracts/schemas/redress.dead-letter.parked.v1.json")
        #expect(parked["properties"]?["service"]?["enum"]?.words == names)
        let operations = try yaml("Ops/contracts/asyncapi.yaml")["operations"]?.entries ?? []
        #expect(Set(operations.compactMap { $0.value["tags"]?[0]?["name"]?.text }) == Set(names))
    }
}
