import CMicroHTTPD
import Foundation

/// libmicrohttpd's daemon: with ``HTTPCallbacks`` the only place that touches C.
///
/// The exchange crosses C as the callbacks' context: it is retained here when the daemon starts and released when `MHD_stop_daemon` has
/// returned, after which the library's thread is gone and no callback can run. A daemon must be stopped before it is given up.
@safe struct HTTPDaemon: ~Copyable {
    let port: UInt16
    private let daemon: OpaquePointer
    private let context: Unmanaged<HTTPExchange>
    /// The listening socket after ``quiesce()``, which is ours to close again.
    private var listener: Int32 = -1

    init(port: UInt16, address: String, limits: HTTPLimits, exchange: HTTPExchange) throws(HTTPError) {
        var fault: Int32 = 0
        let listener = unsafe redress_http_listen(address, "\(port)", &fault)
        guard listener >= 0 else {
            throw Self.error(address, port, isAddress: listener == -2, fault)
        }
        let boundPort = redress_http_port(listener)
        let context = unsafe Unmanaged.passRetained(exchange)
        let started = unsafe redress_http_start(
            listener, limits.connections, limits.connectionsPerAddress, limits.memoryPerConnection, limits.timeoutSeconds,
            HTTPCallbacks.answer, HTTPCallbacks.completed, HTTPCallbacks.changed, context.toOpaque())
        guard let started = unsafe started else {
            unsafe context.release()
            close(listener)
            throw .cannotStart(address: address, port: port, reason: "libmicrohttpd does not start")
        }
        self.port = boundPort
        unsafe daemon = started
        unsafe self.context = context
    }

    /// Takes no more connections; those that are there go on.
    ///
    /// The library only stops looking at the socket, which must stay open until it has stopped; shut down, it refuses new connections at once
    /// instead of letting them queue.
    mutating func quiesce() {
        listener = unsafe MHD_quiesce_daemon(daemon)
        if listener >= 0 { shutdown(listener, Int32(SHUT_RDWR)) }
    }

    /// Closes all connections, ends the library's thread, and lets the exchange go.
    consuming func stop() {
        unsafe MHD_stop_daemon(daemon)
        if listener >= 0 { close(listener) }
        unsafe context.release()
    }

    private static func error(_ address: String, _ port: UInt16, isAddress: Bool, _ fault: Int32) -> HTTPError {
        if isAddress { return unsafe .badAddress(address, reason: String(cString: gai_strerror(fault))) }
        let reason = unsafe String(cString: strerror(fault))
        return switch fault {
        case EADDRINUSE: .portInUse(address: address, port: port)
        case EACCES, EPERM: .notPermitted(address: address, port: port)
        case EADDRNOTAVAIL, EAFNOSUPPORT: .badAddress(address, reason: reason)
        default: .cannotStart(address: address, port: port, reason: reason)
        }
    }
}
