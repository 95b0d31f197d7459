import Contracts
import Crypto
import Embedded
import Foundation
import Kafka
import Testing

/// Everything sealed that lies anywhere in a deployment, tried with every key that exists anywhere.
///
/// It is what somebody could read who has all topics as compaction leaves them, the whole database, and the keyring.
struct WholeSearch {
    private static let contexts = [SealContext.personal, SealContext.answer, SealContext.note, SealContext.deadLetter]

    /// What opened, in clear.
    let opened: [String]
    /// The identifiers of customers' keys that are left.
    let keys: Set<String>
    /// How many sealed texts there are, and how many of them did not open.
    let texts: Int
    let shut: Int

    init(_ deployment: Deployment) throws {
        let keyring = try Keyring(file: URL(filePath: deployment.folder.appending("sealing")))
        let sealer = try Sealer(keyring)
        let places = try Self.places(deployment)
        var keys: [String: CustomerKey] = [:]
        var texts: Set<String> = []
        for place in places {
            for found in place.matches(of: /[A-Za-z0-9_-]{16}:v1\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]{38,}/) {
                let key = try CustomerKey(wrapped: String(found.output), by: sealer)
                keys[key.id] = key
            }
            for found in place.matches(of: /v[12]\.[A-Za-z0-9_-]{1,32}\.[A-Za-z0-9_-]{38,}/) { texts.insert(String(found.output)) }
        }
        var opened: [String] = []
        var shut = 0
        for text in texts {
            if let plain = Self.open(text, sealer, keys) { opened.append(plain) } else { shut += 1 }
        }
        self.opened = opened
        self.keys = Set(keys.keys)
        self.texts = texts.count
        self.shut = shut
    }

    func has(_ mark: String) -> Bool { opened.contains { $0.contains(mark) } }

    private static func open(_ text: String, _ sealer: Sealer, _ keys: [String: CustomerKey]) -> String? {
        for context in contexts + [CustomerKey.context] {
            if let plain = try? sealer.open(text, context: context) { return Self.text(plain) }
            for key in keys.values {
                if let plain = try? key.open(text, context: context) { return Self.text(plain) }
            }
        }
        return nil
    }

    /// A dead letter holds its message in Base64.
    private static func text(_ plain: Data) -> String {
        let text = String(decoding: plain, as: UTF8.self)
        let inner = text.matches(of: /"value":"([A-Za-z0-9+\/=\\]+)"/).compactMap {
            Data(base64Encoded: String($0.output.1).replacing("\\", with: "")).map { String(decoding: $0, as: UTF8.self) }
        }
        return ([text] + inner).joined(separator: "\n")
    }

    private static func places(_ deployment: Deployment) throws -> [String] {
        var places: [String] = []
        var last: [String: String] = [:]
        for message in deployment.ledger.messages {
            let value = String(decoding: message.value ?? Data(), as: UTF8.self)
            if message.topic == Topic.customerKeys.name {
                last[String(decoding: message.key ?? Data(), as: UTF8.self)] = value
            } else {
                places.append(value)
            }
        }
        places += last.values
        let dump = try Run.output(of: "pg_dump", ["--dbname", deployment.databaseURL("postgres"), "--inserts"])
        return places + [dump, String(decoding: Outpouring.bytes(in: dump), as: UTF8.self)]
    }
}
