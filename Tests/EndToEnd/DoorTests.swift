import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// The built services where Apache Kafka asks for TLS and a password and holds everybody to their rights.
    @Suite(.enabled(if: ProcessInfo.processInfo.environment["KAFKA_HOME"] != nil, "needs an Apache Kafka: set KAFKA_HOME"))
    struct Doors {
        /// Starts a service otherwise than it should be, and waits until its readiness says so.
        private func start(
            _ service: ServiceName, of deployment: Deployment, with changes: [String: String], until words: String
        ) throws -> Endpoint {
            let environment = deployment.environment(of: service).merging(changes) { $1 }
            let instance = try ServiceInstance(service, [], environment: environment)
            deployment.adopt(instance)
            let endpoint = try instance.endpoint()
            var last = Endpoint.Answer()
            try deployment.wait("readiness says \(words)", detail: { last.body }) {
                last = endpoint.get("/readyz")
                return last.status == 503 && last.body.contains(words)
            }
            #expect(endpoint.get("/livez").status == 200, "a restart would not mend it")
            return endpoint
        }

        @Test func aComplaintGoesItsWayWithEachServiceUnderItsOwnNameAndRights() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            try deployment.startAll()
            let door = try #require((deployment.broker as? ApacheKafka)?.door)
            let hotline = try KafkaProducer(
                KafkaSettings(
                    bootstrapServers: deployment.broker.bootstrapServers, clientID: "hotline",
                    security: door.security(of: "redress-channel-gateway")))

            // In a partition that is not the line's own, so that intake has to pass it on.
            let line = "13900000001"
            let own = Murmur2.partition(of: Data(line.utf8), count: 12)
            try hotline.produce([deployment.gateway.message(Gateway.complaint(line), partition: (own + 1) % 12)])

            let dispatched = try deployment.fact("redress.work-order.dispatched.v1")
            _ = try deployment.fact("redress.notification.requested.v1", dispatched.key)
            _ = try deployment.fact(Heartbeat.wireType)
            #expect(deployment.ledger.breaches.isEmpty && deployment.ledger.deadLetters.isEmpty)
            for service in ServiceName.allCases { #expect(try deployment.endpoint(service).get("/readyz").status == 200, "\(service)") }
        }

        @Test func aWrongPasswordIsToldByReadinessAndARightOneInTheFileMendsItWithoutARestart() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            let path = deployment.folder.appending("password")
            try "not-it\n".write(toFile: path, atomically: true, encoding: .utf8)
            let endpoint = try start(.intake, of: deployment, with: ["KAFKA_PASSWORD_FILE": path], until: "Authentication failed")

            let door = try #require((deployment.broker as? ApacheKafka)?.door)
            try #require(door.passwords["redress-intake"]).write(toFile: path, atomically: true, encoding: .utf8)

            try deployment.wait("intake is ready") { endpoint.get("/readyz").status == 200 }
            #expect(!deployment.allLogs.contains { $0.contains("not-it") })
        }

        /// Runs with the librdkafka of the Python client, since Debian's own is too old for the SCRAM of Apache Kafka 4.
        @Test(.enabled(if: NewerLibrary.folder != nil, "needs the Python packages: run Ops/install"))
        func scramOpensTheDoorWhereTheLibraryIsNewEnoughAndAWrongPasswordDoesNot() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            let path = deployment.folder.appending("password")
            try "not-it\n".write(toFile: path, atomically: true, encoding: .utf8)
            let changes = [
                "LD_LIBRARY_PATH": try #require(NewerLibrary.folder).path, "KAFKA_SASL_MECHANISM": "SCRAM-SHA-512",
                "KAFKA_PASSWORD_FILE": path,
            ]
            let endpoint = try start(.intake, of: deployment, with: changes, until: "invalid credentials")

            let door = try #require((deployment.broker as? ApacheKafka)?.door)
            try #require(door.passwords["redress-intake"]).write(toFile: path, atomically: true, encoding: .utf8)
            try deployment.wait("intake is ready") { endpoint.get("/readyz").status == 200 }
            try deployment.gateway.submit(Gateway.complaint("13900000002"))
            _ = try deployment.fact("redress.complaint.registered.v1")
        }

        @Test func aBrokerOfAnotherAuthorityAPlainConnectionAndForeignRightsAreToldByReadiness() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            let other = try CertificateAuthority(named: "Somebody Else")
            let foreign = try #require((deployment.broker as? ApacheKafka)?.door).environment(of: "redress-intake", deployment.broker)

            _ = try start(.intake, of: deployment, with: ["KAFKA_CA_FILE": other.certificateFile], until: "certificate verify failed")
            _ = try start(.dispatch, of: deployment, with: foreign, until: "GROUP_AUTHORIZATION_FAILED")
            let plain = ["KAFKA_SECURITY_PROTOCOL": "plaintext", "KAFKA_CA_FILE": "", "KAFKA_USER": "", "KAFKA_PASSWORD_FILE": ""]
            _ = try start(.compensation, of: deployment, with: plain, until: "security.protocol")
        }

        @Test func aServiceWithACertificateOfItsNameHasThatNamesRightsAndOneWithoutIsToldSoByReadiness() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            let broker = try #require(deployment.broker as? ApacheKafka)
            let identity = try TestServers.authority.get().issue("redress-intake", for: ["DNS:redress-intake"])
            let nameless = [
                "KAFKA_BOOTSTRAP_SERVERS": broker.certificateServers, "KAFKA_SECURITY_PROTOCOL": "ssl", "KAFKA_USER": "",
                "KAFKA_PASSWORD_FILE": "",
            ]
            let named = nameless.merging([
                "KAFKA_CERTIFICATE_FILE": identity.certificateFile, "KAFKA_CERTIFICATE_KEY_FILE": identity.keyFile,
            ]) { $1 }

            _ = try start(.dispatch, of: deployment, with: nameless, until: "asks for a certificate")
            _ = try start(.compensation, of: deployment, with: named, until: "GROUP_AUTHORIZATION_FAILED")
            let intake = try ServiceInstance(.intake, [], environment: deployment.environment(of: .intake).merging(named) { $1 })
            deployment.adopt(intake)
            let endpoint = try intake.endpoint()
            try deployment.wait("intake is ready") { endpoint.get("/readyz").status == 200 }
            try deployment.gateway.submit(Gateway.complaint("13900000003"))
            _ = try deployment.fact("redress.complaint.registered.v1")
        }
    }

    /// Settings of the door that do not fit together are told before anything is tried.
    @Suite struct DoorSettings {
        @Test(arguments: [
            (["--kafka-security-protocol", "sasl_ssl"], "--kafka-user is not given"),
            (["--kafka-security-protocol", "sasl_ssl", "--kafka-user", "redress-intake"], "--kafka-password-file is not given"),
            (["--kafka-user", "redress-intake"], "--kafka-user is given, but --kafka-security-protocol is plaintext"),
            (["--kafka-security-protocol", "ssl", "--kafka-ca-file", "/nowhere/ca.pem"], "--kafka-ca-file cannot be read"),
            (
                ["--kafka-certificate-file", "/dev/null", "--kafka-certificate-key-file", "/dev/null"],
                "--kafka-certificate-file is given, but --kafka-security-protocol is plaintext"
            ),
            (
                ["--kafka-security-protocol", "ssl", "--kafka-certificate-file", "/dev/null"],
                "--kafka-certificate-key-file is not given, but --kafka-certificate-file is"
            ),
            (
                ["--kafka-security-protocol", "ssl", "--kafka-certificate-key-file", "/dev/null"],
                "--kafka-certificate-file is not given, but --kafka-certificate-key-file is"
            ),
            (
                [
                    "--kafka-security-protocol", "ssl", "--kafka-certificate-file", "/nowhere/me.pem", "--kafka-certificate-key-file",
                    "/dev/null",
                ],
                "--kafka-certificate-file cannot be read"
            ),
            (
                [
                    "--kafka-security-protocol", "ssl", "--kafka-certificate-file", "/dev/null", "--kafka-certificate-key-file",
                    "/nowhere/me.key",
                ],
                "--kafka-certificate-key-file cannot be read"
            ),
            (
                ["--kafka-security-protocol", "sasl_plaintext", "--kafka-user", "a", "--kafka-sasl-mechanism", "PLAIN"],
                "PLAIN would send the password in clear"
            ),
        ])
        func whatDoesNotFitIsToldByName(arguments: [String], words: String) throws {
            let run = try Run(Built.executable("redress-intake"), arguments)
            #expect(run.status == 78 && run.errors.contains(words), "\(run.errors)")
        }
    }
}
