import CLibPQ

/// One connection to a PostgreSQL server, used by the one thread that made it; every call blocks until the server has answered.
///
/// Not `Sendable`: libpq forbids two threads on one connection. To stop a running statement from elsewhere, use ``cancelHandle``.
@safe
public final class PostgresConnection {
    /// Where a connection stands between statements.
    public enum TransactionStatus: Sendable {
        /// Outside a transaction.
        case idle
        /// A statement is running.
        case active
        /// Inside a transaction.
        case inTransaction
        /// Inside a transaction that has failed: only a rollback is possible.
        case failed
        /// The connection is broken or closed.
        case unknown
    }

    private var handle: OpaquePointer?
    private let notices = NoticeList()
    private var isDesynchronised = false
    let request = Request()
    /// Where the rows of a copy are laid out.
    var copyRow = CopyRow()
    var cache = StatementCache()

    /// Cancels the running statement from another thread; nil once the connection is closed.
    public private(set) var cancelHandle: CancelHandle?

    /// Connects, and waits until the server is ready.
    ///
    /// - Parameters:
    ///   - url: `postgresql://user:password@host:port/database?option=value`, or libpq's `key=value` form. Its options win over the
    ///     library's own (keep-alives, TCP user timeout).
    ///   - password: wins over one in the URL; `nil` leaves it to the URL, to `PGPASSWORD` and to the file that `passfile` names.
    ///   - applicationName: shown in `pg_stat_activity`.
    ///   - isWriter: whether only a server that may be written to will do. Of several hosts in the URL the one that may is taken, and a session
    ///     that is read-only, as on a standby or after a failover, is no connection.
    ///   - connectTimeoutSeconds: per host, 2 or more.
    ///
    /// Throws ``PostgresError/Kind/connection`` if there is no connection, ``PostgresError/Kind/usage`` if the URL is malformed.
    public init(
        _ url: String, password: String? = nil, applicationName: String, isWriter: Bool = false, connectTimeoutSeconds: Int = 5
    ) throws(PostgresError) {
        unsafe handle = try unsafe connect(
            to: url, password: password, applicationName: applicationName, isWriter: isWriter, timeoutSeconds: connectTimeoutSeconds)
        guard let handle = unsafe handle else { return }
        unsafe notices.receive(fromUnsafeConnection: handle)
        unsafe PQsetnonblocking(handle, 1)
        cancelHandle = unsafe CancelHandle(unsafeConnection: handle)
    }

    deinit {
        close()
    }

    /// Ends the connection; a transaction in progress is rolled back by the server. Closing twice does no harm.
    public func close() {
        guard let open = unsafe handle else { return }
        unsafe handle = nil
        cancelHandle = nil
        unsafe PQfinish(open)
    }

    /// Whether the connection is of no more use: closed, lost, or out of step with the server.
    public var isBroken: Bool {
        guard let handle = unsafe handle else { return true }
        return unsafe isDesynchronised || PQstatus(handle) == CONNECTION_BAD
    }

    /// Where the connection stands between statements.
    public var transactionStatus: TransactionStatus {
        guard let handle = unsafe handle, !isBroken else { return .unknown }
        return switch unsafe PQtransactionStatus(handle) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_ACTIVE: .active
        case PQTRANS_INTRANS: .inTransaction
        case PQTRANS_INERROR: .failed
        default: .unknown
        }
    }

    /// The server's version as a number, 150004 for 15.4; 0 on a broken connection.
    public var serverVersion: Int {
        guard let handle = unsafe handle else { return 0 }
        return Int(unsafe PQserverVersion(handle))
    }

    /// The process of the server's that serves this connection, as `pg_stat_activity.pid` shows it.
    public var serverProcess: Int32 {
        guard let handle = unsafe handle else { return 0 }
        return unsafe PQbackendPID(handle)
    }

    /// Hands out the notices that have come since the last call, 100 at most.
    public func takeNotices() -> [Notice] {
        notices.take()
    }

    /// The open connection; throws ``PostgresError/Kind/connection`` when it is of no more use.
    func unsafeHandle() throws(PostgresError) -> OpaquePointer {
        guard let handle = unsafe handle else { throw PostgresError(.connection, "the connection is closed") }
        guard !isBroken else { throw unsafe PostgresError(unsafeConnection: handle) }
        return unsafe handle
    }

    /// Gives the connection up: what the server sends next can no longer be matched to what was asked.
    func desynchronise() {
        isDesynchronised = true
    }
}
