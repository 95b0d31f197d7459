public import Domain
public import Postgres

/// The lane store on PostgreSQL: one connection, one transaction at a time, everything set-based.
///
/// READ COMMITTED gives each statement a snapshot of its own, so what the fence protects is read in statements after it.
public final class PostgresLaneStore: LaneStore {
    private let connect: () throws(StoreError) -> PostgresConnection
    private var connection: PostgresConnection?
    /// The tables whose documents are `json`; those that were too large to be written again when that came are `jsonb`.
    private var documents: Set<String> = []

    /// - Parameter connect: opens a connection whose search path is the service's schema; called again after a loss.
    public init(connect: @escaping () throws(StoreError) -> PostgresConnection) {
        self.connect = connect
    }

    public func take(_ lanes: [LaneID], rewaking: Rewaking) throws(StoreError) -> [LaneHolding] {
        try run { (connection) throws(PostgresError) -> [LaneHolding] in
            _ = try connection.run([.registerLanes(lanes), Statement("BEGIN")])
            let taken = try TakenLane.all(in: try connection.execute(.raiseEpochs(lanes)))
            for (group, revision) in rewaking.revisions.sorted(by: { $0.key < $1.key }) {
                let numbers = lanes.filter { $0.group == group }.map(\.number)
                if !numbers.isEmpty {
                    _ = try connection.execute(.rewake(group: group, lanes: numbers, revision: revision, rewaking))
                }
            }
            let unconfirmed = try connection.execute(.unconfirmed(lanes))
            let parked = try connection.execute(.parkedCounts(lanes))
            let due = try Self.earliestDue(of: lanes, on: connection)
            _ = try connection.execute(Statement("COMMIT"))
            return Self.holdings(taken, unconfirmed: try JournalRow.all(in: unconfirmed), parked: try LaneCount.all(in: parked), due: due)
        }
    }

    public func begin(_ batch: BatchLoad) throws(StoreError) -> LoadedBatch {
        try run { (connection) throws(PostgresError) -> LoadedBatch in
            let plan = LoadPlan(batch)
            let answers = try connection.run([Statement("BEGIN")] + plan.statements)
            let fenced = Set(batch.lanes.map(\.lane)).subtracting(try LaneID.all(in: answers[1]))
            guard fenced.isEmpty else {
                _ = try connection.execute(Statement("ROLLBACK"))
                var loaded = LoadedBatch()
                loaded.fenced = fenced.sorted()
                return loaded
            }
            return try plan.read(answers.dropFirst(2))
        }
    }

    public func commit(_ changes: BatchChanges) throws(StoreError) -> [LaneID: Instant] {
        try run { (connection) throws(PostgresError) -> [LaneID: Instant] in
            let plan = SavePlan(changes, documents: documents)
            for copy in plan.copies { try copy.run(on: connection) }
            let statements = plan.statements
            let refreshes = Dictionary(grouping: changes.refreshDue, by: \.group).sorted { $0.key < $1.key }
            let dues = refreshes.map { Statement.earliestDue(group: $0.key, lanes: $0.value.map(\.number)) }
            let answers = try connection.run(statements + dues + [Statement("COMMIT")])
            var due: [LaneID: Instant] = [:]
            for (refresh, rows) in zip(refreshes, answers.dropFirst(statements.count)) {
                due.merge(try Self.due(in: rows, group: refresh.key)) { _, new in new }
            }
            return due
        }
    }

    public func missing(_ facts: [PublishedPosition]) throws(StoreError) -> [PublishedPosition] {
        guard !facts.isEmpty else { return [] }
        return try run { (connection) throws(PostgresError) -> [PublishedPosition] in
            let rows = try connection.execute(.missing(facts))
            var missing: [PublishedPosition] = []
            for row in 0..<rows.count { missing.append(facts[Int(try rows.int8(row, 0)) - 1]) }
            return missing
        }
    }

    public func rollback() {
        guard let connection, !connection.isBroken else { return }
        do {
            try connection.rollback()
        } catch {
            // A connection that cannot even roll back is of no use; the server forgets its transaction with it.
            drop()
        }
    }

    private static func earliestDue(
        of lanes: [LaneID], on connection: PostgresConnection
    ) throws(PostgresError) -> [LaneID: Instant] {
        var due: [LaneID: Instant] = [:]
        for (group, lanes) in Dictionary(grouping: lanes, by: \.group) {
            let rows = try connection.execute(.earliestDue(group: group, lanes: lanes.map(\.number)))
            due.merge(try Self.due(in: rows, group: group)) { _, new in new }
        }
        return due
    }

    private static func due(in rows: Rows, group: String) throws(PostgresError) -> [LaneID: Instant] {
        var due: [LaneID: Instant] = [:]
        for row in 0..<rows.count {
            due[LaneID(group: group, number: try rows.int4(row, 0))] = try rows.instant(row, 1)
        }
        return due
    }

    private static func holdings(
        _ taken: [TakenLane], unconfirmed: [JournalRow], parked: [LaneID: Int], due: [LaneID: Instant]
    ) -> [LaneHolding] {
        let unconfirmed = Dictionary(grouping: unconfirmed, by: \.lane)
        return taken.map { lane in
            LaneHolding(
                lane: lane.id, epoch: lane.epoch, offsets: lane.offsets, position: lane.position, confirmed: lane.confirmed,
                serial: lane.serial, nextDue: due[lane.id], parked: parked[lane.id] ?? 0, unconfirmed: unconfirmed[lane.id] ?? [])
        }
    }

    private func run<Answer>(_ body: (PostgresConnection) throws(PostgresError) -> Answer) throws(StoreError) -> Answer {
        let connection = try opened()
        do throws(PostgresError) {
            return try body(connection)
        } catch {
            // What a session was given when it began may be what is wrong: whether it may write, its rights, its settings, its search path.
            if connection.isBroken || error.isCuredByNewSession { drop() }
            throw StoreError(error)
        }
    }

    private func opened() throws(StoreError) -> PostgresConnection {
        if let connection { return connection }
        let opened = try connect()
        do throws(PostgresError) {
            documents = try Self.documents(opened)
        } catch {
            // It is not kept, so that the next attempt is another session.
            throw StoreError(error)
        }
        connection = opened
        return opened
    }

    private static func documents(_ connection: PostgresConnection) throws(PostgresError) -> Set<String> {
        let rows = try connection.execute(
            Statement(
                """
                SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'body' \
                AND a.atttypid = 'json'::regtype WHERE c.relnamespace = current_schema()::regnamespace
                """))
        var documents: Set<String> = []
        for row in 0..<rows.count { documents.insert(try rows.text(row, 0)) }
        return documents
    }

    private func drop() {
        connection?.close()
        connection = nil
    }
}

extension StoreError {
    /// Sorts a PostgreSQL error by what there is to do about it.
    init(_ error: PostgresError) {
        if error.isRetriable || error.kind == .rolledBack {
            self = .unavailable(error.description)
        } else if error.isDataFault || error.kind == .usage {
            self = .refused(
                Fault(
                    field: error.column ?? error.constraint ?? "", problem: "is refused by the store: \(error.message)",
                    expected: "data that fits the tables"))
        } else {
            self = .unusable(error.description)
        }
    }
}
