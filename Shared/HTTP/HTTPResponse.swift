public import Foundation

/// The answer to a request.
public struct HTTPResponse: Sendable {
    /// The status code, 200 to 599.
    public var status: Int
    /// The headers by name; `Content-Length` and `Date` are the server's to add.
    public var headers: [String: String]
    /// The body; the answer to HEAD sends only its length.
    public var body: Data

    /// Makes an answer.
    public init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Plain text in UTF-8.
    public static func text(_ text: String, status: Int = 200, contentType: String = "text/plain; charset=utf-8") -> HTTPResponse {
        HTTPResponse(status: status, headers: ["Content-Type": contentType], body: Data(text.utf8))
    }

    /// 404 for a path that is not there.
    public static let notFound = HTTPResponse.text("not found\n", status: 404)

    /// 405 for a method that the path does not take, with those that it takes.
    public static func methodNotAllowed(allow methods: [String]) -> HTTPResponse {
        var response = HTTPResponse.text("method not allowed\n", status: 405)
        response.headers["Allow"] = methods.joined(separator: ", ")
        return response
    }
}
