import CLibPQ
import CSystem

extension PostgresConnection {
    /// Sends what is waiting and reads what has come, until the next result is there without blocking.
    ///
    /// Both directions are served at once: a server that cannot get rid of its results stops reading, and waiting for it to read on would
    /// then be forever ("Pipeline Mode", "Interleaving Result Processing and Query Dispatch").
    private func awaitResult(unsafeHandle handle: OpaquePointer) {
        while unsafe PQisBusy(handle) == 1 {
            let flushed = unsafe PQflush(handle)
            guard flushed >= 0 else { return }
            let events = unsafe awaitSocket(unsafeHandle: handle, alsoForWriting: flushed == 1)
            // On a lost connection libpq makes an error result; whoever asks for the next result gets it.
            if events & (POLLIN | POLLHUP | POLLERR | POLLNVAL) != 0, unsafe PQconsumeInput(handle) == 0 { return }
        }
    }

    /// Waits until the socket can be read, or written too if that is asked for; returns what `poll` found.
    func awaitSocket(unsafeHandle handle: OpaquePointer, alsoForWriting: Bool) -> Int32 {
        var descriptor = pollfd(fd: unsafe PQsocket(handle), events: Int16(POLLIN), revents: 0)
        if alsoForWriting { descriptor.events |= Int16(POLLOUT) }
        // Interrupted by a signal, it reports nothing, and the caller comes again.
        let ready = unsafe poll(&descriptor, 1, -1)
        return ready > 0 ? Int32(descriptor.revents) : 0
    }

    /// Waits for the next result of the current command; nil when the command has no more.
    func nextRows(unsafeHandle handle: OpaquePointer) -> Rows? {
        unsafe awaitResult(unsafeHandle: handle)
        guard let result = unsafe PQgetResult(handle) else { return nil }
        return unsafe Rows(unsafeResult: result)
    }
}
