import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Postgres
import Testing

extension EndToEnd {
    /// How the services start, say how they are, and end.
    @Suite struct Lifecycle {
        @Test(arguments: ServiceName.allCases)
        func aSettingNobodyKnowsEndsWithWrongUsageAndIsNamed(service: ServiceName) throws {
            let run = try Run(Built.executable("redress-\(service)"), ["--frobnicate"])

            #expect(run.status == 64)
            #expect(run.errors.contains("--frobnicate"), "\(run.errors)")
        }

        @Test(arguments: [
            (["--kafka-property", "nonsense=1"], "nonsense"),
            (["--kafka-property", "session.timeout.ms=soon"], "session.timeout.ms"),
            (["--kafka-security-protocol", "ssl", "--kafka-ca-file", "/etc/passwd"], "ssl.ca.location"),
        ])
        func aSettingThatKafkasLibraryRefusesEndsWithItsName(arguments: [String], name: String) throws {
            let deployment = try Deployment()

            let run = try Run(Built.executable("redress-dispatch"), arguments, environment: deployment.environment(of: .dispatch))

            #expect(run.status == 78)
            #expect(run.errors.contains(name), "\(run.errors)")
        }

        @Test func aPolicyFileWithATypoEndsWithFileLineAndFault() throws {
            let deployment = try Deployment()
            try deployment.editPolicy("intake.yaml", "supplementLimit:", "suplementLimit:")

            let run = try Run(Built.executable("redress-intake"), [], environment: deployment.environment(of: .intake))

            #expect(run.status == 78)
            let line = try String(contentsOfFile: deployment.folder.appending("policies/intake.yaml"), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("suplementLimit") }
            #expect(run.errors.contains("intake.yaml:\(try #require(line) + 1)"), "\(run.errors)")
            #expect(run.errors.contains("suplementLimit"))
            #expect(run.errors.contains("supplementLimit"), "the right word is offered")
        }

        @Test func aDatabaseOfANewerSchemaIsToldAndNothingIsDone() throws {
            let deployment = try Deployment()
            let connection = try PostgresConnection(deployment.databaseURL("postgres"), applicationName: "end-to-end")
            let columns = "(version, name, checksum)"
            _ = try connection.execute(
                Statement("INSERT INTO intake.schema_migration \(columns) SELECT 999, name, checksum FROM intake.schema_migration LIMIT 1"))
            try deployment.start(.intake)
            try deployment.gateway.submit(Gateway.complaint("13900000001"))

            let endpoint = try deployment.endpoint(.intake)
            try deployment.wait("readiness says that the schema is newer") {
                let answer = endpoint.get("/readyz")
                return answer.status == 503 && answer.body.contains("the schema intake is at version 999, newer than the")
            }
            #expect(endpoint.get("/livez").status == 200)
            #expect(deployment.ledger.facts.isEmpty)
        }

        @Test func topicsWithDifferentNumbersOfPartitionsAreToldByName() throws {
            let deployment = try Deployment { $0.oddTopics = ["redress.alerts": 5] }
            try deployment.start(.dispatch)

            let endpoint = try deployment.endpoint(.dispatch)
            try deployment.wait("readiness names the topics") {
                let answer = endpoint.get("/readyz")
                return answer.status == 503 && answer.body.contains("redress.alerts has 5")
                    && answer.body.contains("redress.complaints has 12")
            }
            #expect(endpoint.get("/livez").status == 200)
        }

        @Test func withoutServersAServiceStartsSaysWhatIsMissingAndEndsWhenAsked() throws {
            let deployment = try Deployment()
            var environment = deployment.environment(of: .dispatch)
            environment["KAFKA_BOOTSTRAP_SERVERS"] = "127.0.0.1:1"
            environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/nothing"
            let instance = try ServiceInstance(.dispatch, [], environment: environment)
            let endpoint = try instance.endpoint()

            try deployment.wait("the missing broker is told") { endpoint.get("/readyz").status == 503 }
            #expect(endpoint.get("/livez").status == 200)
            instance.process.terminate()
            #expect(instance.process.wait(within: 20) == .exited(0))
        }

        @Test func askedToEndEachServiceEndsWellWithinSecondsAndItsLanesAreFreeAtOnce() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try deployment.gateway.submit(Gateway.complaint("13900000001"))
            _ = try deployment.fact("redress.work-order.dispatched.v1")

            for instance in deployment.instances { instance.process.terminate() }
            let began = ContinuousClock.now
            for instance in deployment.instances { #expect(instance.process.wait(within: 20) == .exited(0), "\(instance.service)") }
            #expect(ContinuousClock.now - began < .seconds(15))
            #expect(deployment.allLogs.count { $0.contains("lanes given up") } == ServiceName.allCases.count)
            let owed = try ServiceName.allCases.map { service in
                try deployment.count("SELECT coalesce(sum(position - confirmed), 0)::int8 FROM \(service.schema).lane")
            }
            #expect(owed == [0, 0, 0, 0, 0], "all that was stored is confirmed, and the database knows it")
        }
    }
}
