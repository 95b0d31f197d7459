import Contracts
import Crypto
import Fakes
import Foundation
import Kafka

extension FactsOnTopics {
    /// What a reader outside who holds the keyring cannot open by the keys on their topic, and keys told in two ways.
    func sealing(_ stage: SimulationStage) -> [Violation] {
        var found: [Violation] = []
        var keys: [String: String] = [:]
        for message in stage.broker.messages(of: Topic.customerKeys.name) {
            let data = String(decoding: message.value ?? Data(), as: UTF8.self)
            let id = String(decoding: message.key ?? Data(), as: UTF8.self)
            if let known = keys.updateValue(data, forKey: id), known != data {
                found.append(Violation(promise: "a key, once made, is the key", seen: "\(id) is told in two ways"))
            }
        }
        for told in facts {
            for named in String(decoding: told.event.data, as: UTF8.self).matches(of: /v2\.([A-Za-z0-9_-]{1,32})\./) {
                guard keys[String(named.output.1)] == nil else { continue }
                found.append(
                    Violation(promise: "what is sealed has a key", seen: "\(told.event.type) \(told.event.id) names \(named.output.1)"))
            }
        }
        return found
    }
}
