import Counting

/// How facts are named in courses and counts: by their type, and messages by their template, too.
enum FactName {
    static let request = "redress.notification.requested.v1"
    static let registered = complaint("registered")
    static let dispatched = workOrder("dispatched")

    static func complaint(_ word: String) -> String { "redress.complaint.\(word).v1" }
    static func workOrder(_ word: String) -> String { "redress.work-order.\(word).v1" }
    static func claim(_ word: String) -> String { "redress.compensation.\(word).v1" }
    static func alert(_ word: String) -> String { "redress.alert.\(word).v1" }
    static func message(_ template: String) -> String { "\(request) \(template)" }

    /// - Throws: where the data of a message's request is no JSON.
    static func of(_ fact: PublishedFact) throws -> String {
        fact.type == request ? message(try fact.fields()["template"] as? String ?? "") : fact.type
    }
}
