public import Foundation

/// One request, whole: its body has been read.
public struct HTTPRequest: Sendable {
    /// The method in capitals, as in `GET`.
    public let method: String
    /// The path with its escapes decoded, without the query.
    public let path: String
    /// The query's names and values, decoded; of a name given twice the last value, and an empty one where there is no `=`.
    public let query: [String: String]
    private let headers: [String: String]
    /// The body; empty when there is none.
    public let body: Data

    /// Makes a request, as the server does and tests of handlers may.
    public init(
        method: String = "GET", path: String, query: [String: String] = [:], headers: [String: String] = [:], body: Data = Data()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { _, last in last }
        self.body = body
    }

    /// The value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? { headers[name.lowercased()] }
}
