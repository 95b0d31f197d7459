import Dispatch
import Foundation
import Synchronization

/// What the server's thread and the one that stops it share: the handler, and how many requests are under way.
final class HTTPExchange: Sendable {
    private struct Progress {
        var underWay = 0
        var isStopping = false
    }

    let bodyLimit: Int
    let connections: HTTPConnections
    let handler: @Sendable (HTTPRequest) -> HTTPResponse
    private let progress = Mutex(Progress())
    /// Signalled at the end of each request while the server stops.
    private let ended = DispatchSemaphore(value: 0)

    init(limits: HTTPLimits, handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
        bodyLimit = limits.bodyBytes
        connections = HTTPConnections(timeout: .seconds(Int64(limits.requestSeconds)))
        self.handler = handler
    }

    func requestBegan() {
        progress.withLock { $0.underWay += 1 }
    }

    func requestEnded() {
        let isStopping = progress.withLock { progress in
            progress.underWay -= 1
            return progress.isStopping
        }
        if isStopping { ended.signal() }
    }

    /// Waits until no request is under way, or the time is over.
    func waitUntilIdle(for grace: Duration) {
        let deadline = DispatchTime.now() + Double(grace.components.seconds) + Double(grace.components.attoseconds) / 1e18
        var underWay = progress.withLock { progress in
            progress.isStopping = true
            return progress.underWay
        }
        while underWay > 0, ended.wait(timeout: deadline) == .success {
            underWay = progress.withLock { $0.underWay }
        }
    }
}

/// One request while its body comes in.
final class HTTPIncoming {
    private(set) var body = Data()
    private(set) var isTooLong = false
    private var skipped = 0

    /// Takes a piece of the body; beyond the limit it is thrown away, so that the client gets to read its answer.
    ///
    /// - Returns: whether to go on; a client that sends many times the limit is cut off.
    func take(_ piece: Data, limit: Int) -> Bool {
        if !isTooLong, body.count + piece.count <= limit {
            body.append(piece)
            return true
        }
        isTooLong = true
        skipped += piece.count
        body = Data()
        return skipped <= 16 * max(limit, 64 << 10)
    }
}
