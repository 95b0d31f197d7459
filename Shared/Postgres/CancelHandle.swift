import CLibPQ

/// Cancels the statement a connection is running, from any thread.
///
/// A `PGcancel` is immutable once made and `PQcancel` is documented as safe to call from another thread ("Canceling Queries in Progress"),
/// which is why the pointer may be shared.
@safe
public final class CancelHandle: Sendable {
    private nonisolated(unsafe) let handle: OpaquePointer

    init?(unsafeConnection connection: OpaquePointer) {
        guard let handle = unsafe PQgetCancel(connection) else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        unsafe PQfreeCancel(handle)
    }

    /// Asks the server to cancel; it opens a connection of its own and waits for its end.
    ///
    /// The statement, if one is still running, fails with SQLSTATE 57014. Throws ``PostgresError/Kind/connection`` if the server cannot be
    /// reached.
    public func cancel() throws(PostgresError) {
        // The manual recommends 256 bytes for the message.
        var message = [CChar](repeating: 0, count: 256)
        let length = Int32(message.count)
        let sent = unsafe PQcancel(handle, &message, length)
        guard sent == 1 else {
            let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw PostgresError(.connection, "cancelling failed: \(String(decoding: words, as: UTF8.self))")
        }
    }
}
