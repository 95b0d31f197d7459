import Synchronization

/// A small HTTP/1.1 server for health, metrics and the like, on a thread of its own.
///
/// The handler is called on that one thread, one request after the other: it answers from what it has at hand and does not wait. Behind it is
/// libmicrohttpd; TLS is the business of a proxy before it.
public final class HTTPServer: Sendable {
    /// The port the server listens on; the one that the system chose when 0 was asked for.
    public let boundPort: UInt16
    /// The address the server listens on, as it was given.
    public let address: String

    private let exchange: HTTPExchange
    private let daemon: Mutex<HTTPDaemon?>

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - port: the port to listen on; 0 takes any that is free.
    ///   - address: the address to listen on, `0.0.0.0` for all of the host's.
    ///   - handler: answers a request, whatever its method and path. It must not hold the server, or neither is ever given up.
    /// - Throws: ``HTTPError`` when the port is in use, not permitted, or the address is none.
    public init(
        port: UInt16, address: String = "127.0.0.1", limits: HTTPLimits = .standard,
        handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse
    ) throws(HTTPError) {
        let exchange = HTTPExchange(limits: limits, handler: handler)
        let started = try HTTPDaemon(port: port, address: address, limits: limits, exchange: exchange)
        boundPort = started.port
        self.address = address
        self.exchange = exchange
        daemon = Mutex(started)
    }

    deinit {
        stop(within: .zero)
    }

    /// Stops the server: takes no more connections, lets the requests under way be answered, then closes all. Stopping twice does nothing.
    ///
    /// - Parameters:
    ///   - grace: how long answers may take; a handler that is still running after it is waited for all the same, but its answer is not sent.
    public func stop(within grace: Duration = .seconds(5)) {
        guard var stopping = daemon.withLock({ $0.take() }) else { return }
        stopping.quiesce()
        exchange.waitUntilIdle(for: grace)
        stopping.stop()
    }
}
