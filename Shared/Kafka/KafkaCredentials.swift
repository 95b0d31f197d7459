internal import CRDKafka
import Files
internal import Foundation

/// A client's user name and the password in its file, which may change while the client lives. Owned by one thread.
final class KafkaCredentials {
    let userName: String
    private let file: String
    private(set) var password: String
    private var lastLook = ContinuousClock.now

    /// How often the file is looked at.
    private static let interval = Duration.seconds(1)
    /// Far above any password.
    private static let longest = 4096

    /// - Throws: an error that names the file where it cannot be read; never what is in it.
    init?(_ security: KafkaSecurity?) throws(KafkaError) {
        guard let security, security.transport.asksForPassword else { return nil }
        userName = security.userName
        file = security.passwordFile
        password = try Self.read(security.passwordFile)
    }

    /// The password, if it is another one than before and the last look was a while ago.
    func takeChange() -> String? {
        guard ContinuousClock.now - lastLook >= Self.interval else { return nil }
        lastLook = .now
        do throws(KafkaError) {
            let found = try Self.read(file)
            guard found != password else { return nil }
            password = found
            return found
        } catch {
            // A file that is just being replaced may be away for a moment. What was read last stays, and if the brokers refuse that, they say so.
            return nil
        }
    }

    private static func read(_ file: String) throws(KafkaError) -> String {
        let text: String
        do {
            text = try LocalFile.text(file, limit: longest)
        } catch {
            throw fault("the password file \(file) cannot be read: \(error.reason)")
        }
        let password = text.trimmingCharacters(in: .newlines)
        guard !password.isEmpty, !password.utf8.contains(0) else { throw fault("there is no password in \(file)") }
        return password
    }

    private static func fault(_ message: String) -> KafkaError {
        KafkaError(code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: message, context: "read the Kafka password")
    }
}
