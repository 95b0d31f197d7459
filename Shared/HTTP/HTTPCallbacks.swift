import CMicroHTTPD
import Foundation

/// The functions that libmicrohttpd calls on its thread.
///
/// For each request the library first calls `answer` with an empty slot: the slot then holds one retained ``HTTPIncoming``. It calls again for
/// each piece of the body, then once with none left, when the answer is due; in the end `completed` takes the slot's object back. The texts
/// and bytes it passes are copied at once, as they are its own.
enum HTTPCallbacks {
    static let answer: MHD_AccessHandlerCallback = { context, connection, url, method, _, upload, uploadSize, slot in
        guard let context = unsafe context, let connection = unsafe connection, let slot = unsafe slot, let uploadSize = unsafe uploadSize
        else { return .NO }
        let exchange = unsafe Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        guard let state = unsafe slot.pointee else {
            unsafe slot.pointee = Unmanaged.passRetained(HTTPIncoming()).toOpaque()
            exchange.requestBegan()
            return .YES
        }
        let incoming = unsafe Unmanaged<HTTPIncoming>.fromOpaque(state).takeUnretainedValue()
        if unsafe uploadSize.pointee > 0 {
            guard let upload = unsafe upload else { return .NO }
            let piece = unsafe Data(bytes: upload, count: uploadSize.pointee)
            unsafe uploadSize.pointee = 0
            return incoming.take(piece, limit: exchange.bodyLimit) ? .YES : .NO
        }
        if incoming.isTooLong {
            return unsafe send(.text("the body is longer than \(exchange.bodyLimit) bytes\n", status: 413), connection)
        }
        let request = unsafe HTTPRequest(
            method: string(method), path: string(url), query: values(connection, .GET_ARGUMENT_KIND),
            headers: values(connection, .HEADER_KIND), body: incoming.body)
        return unsafe send(exchange.handler(request), connection)
    }

    /// Told on the library's thread, at the end before the socket is closed.
    static let changed: MHD_NotifyConnectionCallback = { context, connection, _, change in
        guard let context = unsafe context, let connection = unsafe connection else { return }
        let exchange = unsafe Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        let socket = unsafe redress_http_socket(connection)
        if redress_http_has_begun(change) != 0 { exchange.connections.began(socket) } else { exchange.connections.ended(socket) }
    }

    static let completed: MHD_RequestCompletedCallback = { context, connection, slot, _ in
        guard let context = unsafe context, let slot = unsafe slot, let state = unsafe slot.pointee else { return }
        unsafe slot.pointee = nil
        unsafe Unmanaged<HTTPIncoming>.fromOpaque(state).release()
        let exchange = unsafe Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        if let connection = unsafe connection { unsafe exchange.connections.answered(redress_http_socket(connection)) }
        exchange.requestEnded()
    }

    /// Collects names and values in the order they came.
    private final class Pairs {
        var values: [String: String] = [:]
    }

    private static let collect: MHD_KeyValueIterator = { collector, _, key, value in
        guard let collector = unsafe collector, let key = unsafe key else { return .YES }
        let pairs = unsafe Unmanaged<Pairs>.fromOpaque(collector).takeUnretainedValue()
        unsafe pairs.values[String(cString: key)] = unsafe string(value)
        return .YES
    }

    private static func values(_ connection: OpaquePointer, _ kind: MHD_ValueKind) -> [String: String] {
        let pairs = Pairs()
        // The collector lives to the end of this function, and the library calls only until it returns.
        withExtendedLifetime(pairs) {
            _ = unsafe MHD_get_connection_values(connection, kind, collect, Unmanaged.passUnretained(pairs).toOpaque())
        }
        return pairs.values
    }

    /// Queues an answer. The library copies the body, and keeps the answer itself until it is sent, so our reference is given up at once.
    private static func send(_ response: HTTPResponse, _ connection: OpaquePointer) -> MHD_Result {
        var body = response.body
        let count = body.count
        let made = unsafe body.withUnsafeMutableBytes { bytes in
            unsafe MHD_create_response_from_buffer(count, bytes.baseAddress, .RESPMEM_MUST_COPY)
        }
        guard let made = unsafe made else { return .NO }
        defer { unsafe MHD_destroy_response(made) }
        for (name, value) in response.headers.sorted(by: { $0.key < $1.key }) {
            // A name or value that HTTP does not allow would be a hole in the protocol: such an answer is not sent.
            guard unsafe MHD_add_response_header(made, name, value) == .YES else { return .NO }
        }
        return unsafe MHD_queue_response(connection, UInt32(clamping: response.status), made)
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}
