public import Foundation

/// Seals what may hold personal data before it is kept: the messages in the dead letters.
public protocol MessageSealer: AnyObject {
    /// - Parameter context: authenticated with the text, such as the topic; opening needs the same.
    func seal(_ plain: Data, context: String) throws -> String
    func open(_ sealed: String, context: String) throws -> Data
}
