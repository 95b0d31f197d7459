import Domain

/// One pass of retention over all services. It may be broken off at any moment: the next one goes on with what is not noted as done.
struct RetentionRun {
    /// How much one transaction takes at most.
    static let batch = 500

    /// What was found, or taken away.
    struct Summary: Encodable, Equatable {
        /// Complaints whose personal data has outlived its period.
        var complaints = 0
        /// Documents and journal rows it was erased from.
        var documents = 0
        var entries = 0
        /// Customers' keys destroyed with them: copies in topics and backups open no more.
        var keys = 0
        /// Complaints left for later, since a service still has work to do on them or a key to send, or they are held.
        var waiting = 0
        var held = 0
        /// Journal rows deleted, by service.
        var journal: [String: Int64] = [:]
        /// Dead letters that were settled, by service.
        var letters: [String: Int64] = [:]
        var accessLog: Int64 = 0
    }

    let stores: [RetentionStore]
    let log: ErasureLog
    let policy: RetentionPolicy
    let cutoffs: RetentionCutoffs
    let actor: ActorID
    /// Complaints that must stay whole whatever their age, such as for a lawsuit.
    let held: Set<String>
    /// Told what has been done so far.
    var progress: (Summary) -> Void = { _ in }

    /// Counts what would be done, and changes nothing.
    func plan() throws -> Summary {
        var summary = Summary()
        try eachBatch { found in
            summary.complaints += found.count { !held.contains($0.complaint) }
            summary.held += found.count { held.contains($0.complaint) }
            progress(summary)
        }
        for store in stores {
            summary.journal[store.service] = try store.outlivedJournal(before: cutoffs.journal)
            summary.letters[store.service] = try store.outlivedLetters(before: cutoffs.journal)
        }
        summary.accessLog = try log.outlivedAccess(before: cutoffs.accessLog)
        return summary
    }

    /// Does it.
    func apply() throws -> Summary {
        var summary = Summary()
        try eachBatch { found in
            try erase(found, &summary)
            progress(summary)
        }
        for store in stores {
            var deleted: Int64 = 0
            while case let count = try store.deleteJournal(before: cutoffs.journal, limit: Self.batch * 10), count > 0 {
                deleted += Int64(count)
                summary.journal[store.service] = deleted
                progress(summary)
            }
            summary.letters[store.service] = Int64(try store.deleteLetters(before: cutoffs.journal))
        }
        while case let count = try log.deleteAccess(before: cutoffs.accessLog, limit: Self.batch * 10), count > 0 {
            summary.accessLog += Int64(count)
        }
        return summary
    }

    private func erase(_ found: [RetentionStore.Outlived], _ summary: inout Summary) throws {
        summary.held += found.count { held.contains($0.complaint) }
        let wanted = found.filter { !held.contains($0.complaint) }
        guard !wanted.isEmpty else { return }
        let numbers = wanted.map(\.complaint)
        var (documents, entries): ([String: Int32], [String: Int32]) = ([:], [:])
        var waiting: Set<String> = []
        for store in stores {
            let erased = try store.erase(numbers)
            for complaint in erased.documents { documents[complaint, default: 0] += 1 }
            for complaint in erased.entries { entries[complaint, default: 0] += 1 }
            waiting.formUnion(erased.waiting)
        }
        // What one service has sealed others carry, so the keys go last, and only where all are done.
        let free = numbers.filter { !waiting.contains($0) }
        do {
            for store in stores { summary.keys += try store.customers.destroyKeys(of: free, group: "complaint").keys }
        } catch is CustomerStore.NotYetSent {
            waiting.formUnion(free)
        }
        let done = wanted.filter { !waiting.contains($0.complaint) }
        try log.note(
            done.map { outlived in
                ErasureLog.Entry(
                    complaint: outlived.complaint, archivedAt: outlived.archivedAt, documents: documents[outlived.complaint] ?? 0,
                    entries: entries[outlived.complaint] ?? 0)
            }, by: actor, policy: policy.version)
        summary.complaints += done.count
        summary.waiting += waiting.count
        summary.documents += Int(documents.values.reduce(0, +))
        summary.entries += Int(entries.values.reduce(0, +))
    }

    /// Hands out what has outlived its period and is not noted as done, in the order of the numbers.
    private func eachBatch(_ body: ([RetentionStore.Outlived]) throws -> Void) throws {
        guard let dispatch = stores.first(where: { $0.service == "dispatch" }) else { return }
        var last = ""
        while true {
            let page = try dispatch.archived(before: cutoffs.personal, after: last, limit: Self.batch)
            guard let end = page.last else { return }
            let known = try log.known(among: page.map(\.complaint))
            let open = page.filter { !known.contains($0.complaint) }
            if !open.isEmpty { try body(open) }
            last = end.complaint
        }
    }
}
