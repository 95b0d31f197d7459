import CLibPQ

/// A remark of the server's that is no error, such as "relation exists, skipping".
public struct Notice: Sendable, Equatable {
    /// `NOTICE`, `WARNING`, `INFO`, `DEBUG` or `LOG`, in English whatever the server's language.
    public let severity: String
    /// The five-character SQLSTATE.
    public let sqlState: String
    /// The server's message; it may quote data.
    public let message: String
}

/// Collects a connection's notices, so that libpq never writes them to standard error.
final class NoticeList {
    /// A server that talks without end must not fill the memory: what comes after this many is dropped.
    private static let limit = 100

    private var notices: [Notice] = []

    /// Hands out what has come since the last call.
    func take() -> [Notice] {
        defer { notices = [] }
        return notices
    }

    /// Makes libpq report the connection's notices here. The list must outlive the connection.
    func receive(fromUnsafeConnection connection: OpaquePointer) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context = unsafe context, let result = unsafe result else { return }
                unsafe Unmanaged<NoticeList>.fromOpaque(context).takeUnretainedValue().append(unsafeResult: result)
            }, context)
    }

    private func append(unsafeResult result: OpaquePointer) {
        guard notices.count < Self.limit else { return }
        func field(_ code: UnicodeScalar) -> String {
            guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return "" }
            return unsafe String(cString: text)
        }
        notices.append(Notice(severity: field("V"), sqlState: field("C"), message: field("M")))
    }
}
