/// Whether the database answers a worker, and fits what it has to store.
struct StoreHealth {
    /// Why it does not; `nil` while it does.
    private(set) var fault: String?

    var isAway: Bool { fault != nil }

    /// The server is away, full or starting.
    ///
    /// - Returns: what to say of it; `nil` where that was said.
    mutating func away(_ reason: String) -> WorkerNotice? {
        let fault = "PostgreSQL is away: \(reason)"
        defer { self.fault = fault }
        if self.fault == nil { return .outageBegan(server: "PostgreSQL", reason: reason) }
        return self.fault == fault ? nil : .outageGoesOn(server: "PostgreSQL", reason: reason)
    }

    /// A person must act, but not on this process: it goes on by itself once the cause is mended.
    ///
    /// - Returns: what to say of it; `nil` where that was said.
    mutating func unusable(_ reason: String) -> WorkerNotice? {
        defer { fault = reason }
        return fault == reason ? nil : .unusable(reason: reason)
    }

    /// - Returns: what to say of it; `nil` where it answered before.
    mutating func answered() -> WorkerNotice? {
        defer { fault = nil }
        return isAway ? .outageEnded(server: "PostgreSQL") : nil
    }
}
