/// Why a schema cannot be brought up to date.
public enum MigrationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file or the folder cannot be read as UTF-8 text.
    case unreadable(file: String, reason: String)
    /// A file's name is not `NNN_name.sql` with three digits or more.
    case misnamed(file: String)
    /// Two files have the same number.
    case sameVersion(file: String, other: String)
    /// A file has changed since it was applied.
    case changed(file: String)
    /// A file was applied that is no longer there.
    case missing(version: Int32, name: String)
    /// A file that was never applied comes before one that was.
    case outOfOrder(file: String, applied: Int32)
    /// The database was migrated by a newer program; `found` is its version, `known` the newest file's.
    case newerSchema(found: Int32, known: Int32)
    /// A file begins or ends a transaction of its own, and so is not applied as a whole.
    case ownTransaction(file: String)
    /// A file's statement failed, on this line where the server tells where.
    case failed(file: String, line: Int?, PostgresError)
    /// A statement of a file would hold its locks for longer than is allowed, as on a large table; nothing of the file is done.
    case locksTooLong(file: String, milliseconds: Int)
    /// Another process has been migrating the schema for longer than this one waits.
    case busy(schema: String)
    /// The database failed outside any file.
    case database(PostgresError)

    /// One sentence that names the file or version.
    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "migrations: cannot read \(file): \(reason)"
        case .misnamed(let file): "migrations: \(file) is not named NNN_name.sql"
        case .sameVersion(let file, let other): "migrations: \(file) has the same number as \(other)"
        case .changed(let file): "migrations: \(file) has changed since it was applied; write a new file instead"
        case .missing(let version, let name): "migrations: \(name) (version \(version)) was applied, but its file is missing"
        case .outOfOrder(let file, let applied): "migrations: \(file) comes before version \(applied), which was applied already"
        case .newerSchema(let found, let known): "migrations: the database is at version \(found), this program knows only \(known)"
        case .ownTransaction(let file): "migrations: \(file) must not begin or end a transaction"
        case .failed(let file, let line?, let error): "migrations: \(file), line \(line): \(error)"
        case .failed(let file, nil, let error): "migrations: \(file): \(error)"
        case .locksTooLong(let file, let milliseconds):
            """
            migrations: \(file) would keep a table locked for more than \(milliseconds) ms and stall the service behind it; \
            run it in a quiet hour with --allow-long-locks
            """
        case .busy(let schema): "migrations: another process is migrating the schema \(schema)"
        case .database(let error): "migrations: \(error)"
        }
    }

    /// Whether trying again later may help: the database was away, or another process was at it.
    public var isRetriable: Bool {
        switch self {
        case .failed(_, _, let error), .database(let error): error.isRetriable
        case .busy: true
        case .unreadable, .misnamed, .sameVersion, .changed, .missing, .outOfOrder, .newerSchema, .ownTransaction, .locksTooLong: false
        }
    }
}
