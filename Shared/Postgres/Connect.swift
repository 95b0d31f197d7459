import CLibPQ
import Foundation

/// Opens a connection with libpq and returns it when the server is ready; the caller frees it with `PQfinish`.
///
/// - Parameter isWriter: whether only a server that may be written to will do; a URL that says otherwise wins.
func connect(
    to url: String, password: String?, applicationName: String, isWriter: Bool, timeoutSeconds: Int
) throws(PostgresError) -> OpaquePointer {
    guard !url.utf8.contains(0), password?.utf8.contains(0) != true, isWellFormed(url) else {
        // libpq's own message may quote the text, and with it the password.
        throw PostgresError(.usage, "the connection URL is malformed; expected postgresql://user:password@host:port/database")
    }
    // Later entries win over earlier ones, and `dbname` stands for all the URL holds: what comes before it is a default.
    var options = [
        ("fallback_application_name", applicationName), ("connect_timeout", String(max(2, timeoutSeconds))),
        ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
        ("target_session_attrs", isWriter ? "read-write" : "any"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    if let password { options.append(("password", password)) }
    let connection = unsafe withCStrings(options.map(\.0)) { keywords in
        unsafe withCStrings(options.map(\.1)) { values in
            unsafe PQconnectdbParams(keywords, values, 1)
        }
    }
    guard let connection = unsafe connection else { throw PostgresError(.connection, "no memory for a connection") }
    guard unsafe PQstatus(connection) == CONNECTION_OK else {
        defer { unsafe PQfinish(connection) }
        throw unsafe PostgresError(unsafeConnection: connection)
    }
    return unsafe connection
}

private func isWellFormed(_ url: String) -> Bool {
    guard let options = unsafe PQconninfoParse(url, nil) else { return false }
    unsafe PQconninfoFree(options)
    return true
}

/// Lends the strings as a C array that ends with a null pointer.
private func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers: [UnsafePointer<CChar>?] = unsafe copies.map { unsafe UnsafePointer($0) } + [nil]
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
}
