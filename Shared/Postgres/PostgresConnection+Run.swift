import CLibPQ

extension PostgresConnection {
    /// Runs one statement in one round trip, parsing included.
    ///
    /// Throws what ``run(_:)`` throws, without an index.
    @discardableResult
    public func execute(_ statement: Statement) throws(PostgresError) -> Rows {
        do throws(PostgresError) {
            let results = try run([statement])
            guard let rows = results.first else { throw PostgresError(.usage, "no statement") }
            return rows
        } catch {
            var single = error
            single.statementIndex = nil
            throw single
        }
    }

    /// Runs several statements in one round trip; the results come in the same order.
    ///
    /// Outside an explicit transaction the statements are one of their own: all take effect or none. An error aborts the rest and is thrown
    /// with the index of the statement that failed; inside an explicit transaction the connection is then ``TransactionStatus/failed`` and
    /// wants a ``rollback()``. A `COMMIT` that the server answered with a rollback is thrown as ``PostgresError/Kind/rolledBack``.
    @discardableResult
    public func run(_ statements: [Statement]) throws(PostgresError) -> [Rows] {
        guard !statements.isEmpty else { return [] }
        let handle = try unsafe unsafeHandle()
        try request.encode(statements)
        let plans = plan(statements)
        guard unsafe PQenterPipelineMode(handle) == 1 else { throw unsafe lost(unsafeHandle: handle, at: nil) }
        for (index, plan) in plans.enumerated() {
            try unsafe send(statements[index], plan, index, unsafeHandle: handle)
        }
        guard unsafe PQpipelineSync(handle) == 1 else { throw unsafe lost(unsafeHandle: handle, at: nil) }
        let answer = try unsafe receive(statements, plans, unsafeHandle: handle)
        if let failure = answer.failure { throw failure }
        return answer.rows
    }

    /// Rolls back if a transaction is open, failed or not.
    public func rollback() throws(PostgresError) {
        switch transactionStatus {
        case .idle, .unknown: return
        case .active, .inTransaction, .failed: try execute(Statement("ROLLBACK"))
        }
    }

    /// Decides for each statement whether the server knows it; one that occurs twice is prepared by the first.
    private func plan(_ statements: [Statement]) -> [StatementCache.Plan] {
        var fresh: [StatementCache.Key: String] = [:]
        return statements.enumerated().map { index, statement in
            guard statement.prepared else { return .unnamed }
            let key = StatementCache.Key(sql: statement.sql, types: request.types(of: index))
            if let name = cache.name(of: key) ?? fresh[key] { return .named(name) }
            guard let name = cache.newName(besides: fresh.count) else { return .unnamed }
            fresh[key] = name
            return .prepared(as: name, key)
        }
    }

    private func send(
        _ statement: Statement, _ plan: StatementCache.Plan, _ index: Int, unsafeHandle handle: OpaquePointer
    ) throws(PostgresError) {
        let start = request.starts[index]
        let count = Int32(request.starts[index + 1] - start)
        let sent = unsafe request.types.withUnsafeBufferPointer { types in
            unsafe request.unsafePointers.withUnsafeBufferPointer { values in
                unsafe request.lengths.withUnsafeBufferPointer { lengths in
                    unsafe request.formats.withUnsafeBufferPointer { formats in
                        let types = unsafe types.baseAddress.map { unsafe $0 + start }
                        let values = unsafe values.baseAddress.map { unsafe $0 + start }
                        let lengths = unsafe lengths.baseAddress.map { unsafe $0 + start }
                        let formats = unsafe formats.baseAddress.map { unsafe $0 + start }
                        switch plan {
                        case .unnamed:
                            return unsafe PQsendQueryParams(handle, statement.sql, count, types, values, lengths, formats, 1)
                        case .named(let name):
                            return unsafe PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
                        case .prepared(let name, _):
                            guard unsafe PQsendPrepare(handle, name, statement.sql, count, types) == 1 else { return 0 }
                            return unsafe PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
                        }
                    }
                }
            }
        }
        guard sent == 1 else { throw unsafe lost(unsafeHandle: handle, at: index) }
    }

    /// Collects the answers up to and with the synchronisation point.
    ///
    /// Each command ends with a null result and the synchronisation point comes alone; after an error every command up to it is reported as
    /// aborted. Throws only when the connection is lost.
    private func receive(
        _ statements: [Statement], _ plans: [StatementCache.Plan], unsafeHandle handle: OpaquePointer
    ) throws(PostgresError) -> (rows: [Rows], failure: PostgresError?) {
        var rows: [Rows] = []
        rows.reserveCapacity(statements.count)
        var failure: PostgresError?
        for (index, plan) in plans.enumerated() {
            if case .prepared(let name, let key) = plan {
                let parsed = try unsafe collect(index, &failure, unsafeHandle: handle)
                if parsed != nil { cache.insert(key, name: name) }
            }
            let hadFailed = failure != nil
            guard let result = try unsafe collect(index, &failure, unsafeHandle: handle) else {
                if !hadFailed { dropIfStale(statements[index], plan, index, &failure) }
                continue
            }
            if result.isRollback, !statements[index].ordersRollback, failure == nil {
                failure = PostgresError(
                    .rolledBack, "the transaction had failed before, and its commit rolled back", statementIndex: index)
            }
            rows.append(result)
        }
        try unsafe finishPipeline(&failure, unsafeHandle: handle)
        return (rows, failure)
    }

    /// Takes the one result of a command and the null result behind it; nil for a command that failed or was aborted.
    private func collect(
        _ index: Int, _ failure: inout PostgresError?, unsafeHandle handle: OpaquePointer
    ) throws(PostgresError) -> Rows? {
        guard let rows = unsafe nextRows(unsafeHandle: handle) else {
            throw unsafe lost(unsafeHandle: handle, after: failure, at: index)
        }
        switch rows.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: break
        case PGRES_PIPELINE_ABORTED: break
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            desynchronise()
            throw PostgresError(.usage, "COPY cannot be run as a statement; use copyIn", statementIndex: index)
        default:
            if failure == nil { failure = rows.failure(statementIndex: index) }
        }
        guard unsafe PQstatus(handle) == CONNECTION_OK else { throw unsafe lost(unsafeHandle: handle, after: failure, at: index) }
        guard unsafe nextRows(unsafeHandle: handle) == nil else { throw unsafe lost(unsafeHandle: handle, after: failure, at: index) }
        return failure == nil ? rows : nil
    }

    /// Takes the synchronisation point, and before it the failure of the implicit transaction's own end, if there is one.
    ///
    /// A deferred constraint or a serialization failure comes there, after the last statement: an error, a null result, then the point.
    private func finishPipeline(_ failure: inout PostgresError?, unsafeHandle handle: OpaquePointer) throws(PostgresError) {
        for _ in 0..<3 {
            guard let rows = unsafe nextRows(unsafeHandle: handle) else { continue }
            if rows.status == PGRES_PIPELINE_SYNC {
                guard unsafe PQexitPipelineMode(handle) == 1 else { break }
                return
            }
            if rows.status == PGRES_FATAL_ERROR, failure == nil { failure = rows.failure() }
            guard unsafe PQstatus(handle) == CONNECTION_OK else { break }
        }
        throw unsafe lost(unsafeHandle: handle, after: failure, at: nil)
    }

    /// A statement whose tables changed shape, or that someone deallocated, is parsed again at its next use, so it is worth another try.
    private func dropIfStale(_ statement: Statement, _ plan: StatementCache.Plan, _ index: Int, _ failure: inout PostgresError?) {
        guard case .named = plan, let state = failure?.sqlState, state == "0A000" || state == "26000" else { return }
        cache.remove(StatementCache.Key(sql: statement.sql, types: request.types(of: index)))
        failure?.isStaleStatement = true
    }

    /// Gives the connection up and says why: what failed first, else what libpq says.
    private func lost(
        unsafeHandle handle: OpaquePointer, after failure: PostgresError? = nil, at index: Int?
    ) -> PostgresError {
        desynchronise()
        return unsafe failure ?? PostgresError(unsafeConnection: handle, statementIndex: index)
    }
}
