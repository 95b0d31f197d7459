import Dispatch
import Foundation
import FoundationNetworking
import HTTP
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct HTTPServerTests {
    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 100
        configuration.timeoutIntervalForRequest = 20
        session = URLSession(configuration: configuration)
    }

    /// Answers with what it was asked, 404 under `/nowhere`, 405 to DELETE.
    private static func echo(_ request: HTTPRequest) -> HTTPResponse {
        if request.path == "/nowhere" { return .notFound }
        if request.method == "DELETE" { return .methodNotAllowed(allow: ["GET", "POST"]) }
        let query = request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let body = String(decoding: request.body, as: UTF8.self)
        return .text("\(request.method) \(request.path) \(query) \(request.header("x-trace") ?? "-") \(body)")
    }

    private func ask(
        _ server: HTTPServer, _ path: String, method: String = "GET", headers: [String: String] = [:], body: Data? = nil
    ) async throws -> (response: HTTPURLResponse, body: String) {
        let url = try #require(URL(string: "http://127.0.0.1:\(server.boundPort)\(path)"))
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        return (try #require(response as? HTTPURLResponse), String(decoding: data, as: UTF8.self))
    }

    @Test func aRequestReachesTheHandlerWholeAndDecoded() async throws {
        let server = try HTTPServer(port: 0, handler: Self.echo)
        let answer = try await ask(
            server, "/a%20b/%E6%8A%95?x=1&y=a%26b&flag", method: "POST", headers: ["X-Trace": "t1"], body: Data("投诉".utf8))
        #expect(answer.response.statusCode == 200)
        #expect(answer.response.value(forHTTPHeaderField: "Content-Type") == "text/plain; charset=utf-8")
        #expect(answer.body == "POST /a b/投 flag=,x=1,y=a&b t1 投诉")
    }

    @Test func headIsAnsweredWithTheLengthAndNoBody() async throws {
        let server = try HTTPServer(port: 0) { _ in .text("healthy") }
        let answer = try await ask(server, "/livez", method: "HEAD")
        #expect(answer.response.statusCode == 200)
        #expect(answer.response.value(forHTTPHeaderField: "Content-Length") == "7")
        #expect(answer.body.isEmpty)
    }

    @Test func theHandlerDecidesOnPathsAndMethods() async throws {
        let server = try HTTPServer(port: 0, handler: Self.echo)
        #expect(try await ask(server, "/nowhere").response.statusCode == 404)
        let refused = try await ask(server, "/", method: "DELETE")
        #expect(refused.response.statusCode == 405)
        #expect(refused.response.value(forHTTPHeaderField: "Allow") == "GET, POST")
    }

    @Test func aHundredRequestsAtOnceAreAllAnswered() async throws {
        let server = try HTTPServer(port: 0, handler: Self.echo)
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<100 {
                group.addTask { try await ask(server, "/\(number)", method: "POST", body: Data(repeating: 65, count: 20_000)).body }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers.count == 100)
        #expect(answers.allSatisfy { $0.hasSuffix(String(repeating: "A", count: 20_000)) })
    }

    @Test func aBodyOverTheLimitIsRefusedAndTheServerGoesOn() async throws {
        let server = try HTTPServer(port: 0, limits: HTTPLimits(bodyBytes: 1000), handler: Self.echo)
        let tooLong = try await ask(server, "/", method: "POST", body: Data(repeating: 65, count: 200_000))
        #expect(tooLong.response.statusCode == 413)
        #expect(try await ask(server, "/", method: "POST", body: Data(repeating: 65, count: 1000)).response.statusCode == 200)
    }

    @Test func aHeaderOverTheLimitIsRefusedAndTheServerGoesOn() async throws {
        let server = try HTTPServer(port: 0, limits: HTTPLimits(memoryPerConnection: 8 << 10), handler: Self.echo)
        let large = try await ask(server, "/", headers: ["X-Trace": String(repeating: "a", count: 60_000)])
        #expect([413, 431].contains(large.response.statusCode))
        #expect(try await ask(server, "/").response.statusCode == 200)
    }

    @Test func anAnswerWithAHeaderThatBreaksTheProtocolIsNotSent() async throws {
        let server = try HTTPServer(port: 0) { _ in HTTPResponse(status: 200, headers: ["X-A": "1\r\nX-B: 2"]) }
        await #expect(throws: (any Error).self) { try await ask(server, "/") }
    }

    @Test func aPortInUseIsNamed() throws {
        let first = try HTTPServer(port: 0, handler: Self.echo)
        let wanted = HTTPError.portInUse(address: "127.0.0.1", port: first.boundPort)
        #expect(throws: wanted) { try HTTPServer(port: first.boundPort, handler: Self.echo) }
        #expect(wanted.description.contains("\(first.boundPort)"))
        first.stop()
        let second = try HTTPServer(port: first.boundPort, handler: Self.echo)
        #expect(second.boundPort == first.boundPort)
    }

    @Test func anAddressThatIsNoneIsNamed() {
        #expect(throws: HTTPError.self) { try HTTPServer(port: 0, address: "256.0.0.1", handler: Self.echo) }
        #expect(throws: HTTPError.self) { try HTTPServer(port: 0, address: "192.0.2.1", handler: Self.echo) }
    }

    @Test func stoppingLetsTheRequestUnderWayBeAnsweredAndRefusesNewOnes() async throws {
        let (entered, mayAnswer, stopped) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0), AsyncStream<Void>.makeStream())
        let server = try HTTPServer(port: 0) { _ in
            entered.continuation.yield()
            mayAnswer.wait()
            return .text("late but whole")
        }
        async let answer = ask(server, "/slow")
        for await _ in entered.stream { break }
        Thread.detachNewThread {
            server.stop(within: .seconds(60))
            stopped.continuation.finish()
        }
        // The port refuses connections as soon as the server stops, while the request is still under way.
        var isRefused = false
        while !isRefused {
            do {
                let probe = try HTTPServer(port: server.boundPort) { _ in .notFound }
                probe.stop()
                isRefused = true
            } catch HTTPError.portInUse {
                await Task.yield()
            }
        }
        mayAnswer.signal()
        #expect(try await answer.body == "late but whole")
        for await _ in stopped.stream {}
        server.stop()
        await #expect(throws: URLError.self) { try await ask(server, "/") }
    }
}
