internal import Foundation
public import Kafka

/// The listeners of an Apache Kafka that ask who comes, with rights from the broker's own list: one takes a password by SCRAM or PLAIN over TLS,
/// one a certificate, whose common name is the user's.
public final class GuardedDoor: Sendable {
    /// Who administers the broker; it needs no right.
    public static let administrator = "administrator"

    /// The certificates that a client trusts.
    public let caFile: String
    /// Everybody's password, the administrator's too.
    public let passwords: [String: String]
    private let keystore: String
    private let folder: TemporaryDirectory

    /// - Parameters:
    ///   - authority: vouches for the broker on 127.0.0.1.
    ///   - users: who may come; each gets a password.
    public init(_ authority: CertificateAuthority, users: [String]) throws(EmbeddedError) {
        let identity = try authority.issue("broker", for: ["IP:127.0.0.1"])
        caFile = authority.certificateFile
        folder = try TemporaryDirectory(named: "door")
        keystore = folder.appending("broker.pem")
        var passwords: [String: String] = [:]
        for user in users + [Self.administrator] { passwords[user] = "\(user)-\(UInt64.random(in: 1 << 40 ... .max))" }
        self.passwords = passwords
        do {
            var store = try Data(contentsOf: URL(fileURLWithPath: identity.keyFile))
            store.append(try Data(contentsOf: URL(fileURLWithPath: identity.certificateFile)))
            try store.write(to: URL(fileURLWithPath: keystore))
            for (user, password) in passwords {
                try Data("\(password)\n".utf8).write(to: URL(fileURLWithPath: folder.appending(user)))
            }
        } catch {
            throw EmbeddedError("write the keys of a broker", "\(error)")
        }
    }

    /// The file with a user's password.
    public func passwordFile(of user: String) -> String { folder.appending(user) }

    /// How a user comes in: by SCRAM, if the librdkafka of this process can.
    public func security(of user: String) -> KafkaSecurity {
        KafkaSecurity(
            transport: .tlsAndPassword, caFile: caFile, mechanism: KafkaLibrary.provesScram ? .scramSHA512 : .plain, userName: user,
            passwordFile: passwordFile(of: user))
    }

    /// What the storage is formatted with, since nobody could come in to add the first user.
    var formatArguments: [String] {
        passwords.sorted { $0.key < $1.key }.flatMap { ["--add-scram", "SCRAM-SHA-512=[name=\($0.key),password=\($0.value)]"] }
    }

    /// The broker's properties; they win over those of an open door.
    func properties(port: Int, certificatePort: Int, controllerPort: Int) -> [String: String] {
        let login = "org.apache.kafka.common.security.scram.ScramLoginModule required"
        let own = "\(login) username=\"\(Self.administrator)\" password=\"\(passwords[Self.administrator] ?? "")\";"
        let users = passwords.sorted { $0.key < $1.key }.map { "user_\($0.key)=\"\($0.value)\"" }.joined(separator: " ")
        let plain = "org.apache.kafka.common.security.plain.PlainLoginModule required \(users);"
        return [
            "listeners": "SASL_SSL://127.0.0.1:\(port),CERTIFIED://127.0.0.1:\(certificatePort),CONTROLLER://127.0.0.1:\(controllerPort)",
            "advertised.listeners": "SASL_SSL://127.0.0.1:\(port),CERTIFIED://127.0.0.1:\(certificatePort)",
            "listener.security.protocol.map": "SASL_SSL:SASL_SSL,CERTIFIED:SSL,CONTROLLER:PLAINTEXT",
            "listener.name.certified.ssl.client.auth": "required",
            // Beside a password one may be shown, and then it has to be right.
            "listener.name.sasl_ssl.ssl.client.auth": "requested",
            "ssl.principal.mapping.rules": "RULE:^CN=([^,]+).*$/$1/,DEFAULT",
            "inter.broker.listener.name": "SASL_SSL",
            "sasl.enabled.mechanisms": "SCRAM-SHA-512,PLAIN",
            "sasl.mechanism.inter.broker.protocol": "SCRAM-SHA-512",
            "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config": own,
            "listener.name.sasl_ssl.plain.sasl.jaas.config": plain,
            "ssl.keystore.type": "PEM", "ssl.keystore.location": keystore,
            "ssl.truststore.type": "PEM", "ssl.truststore.location": caFile,
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            // The controller's own listener, on this machine alone, asks for no name.
            "super.users": "User:\(Self.administrator);User:ANONYMOUS",
        ]
    }
}
