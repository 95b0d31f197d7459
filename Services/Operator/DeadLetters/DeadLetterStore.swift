import Domain
import Foundation
import Postgres
import Runtime

/// The dead letters of one service, and what people may ask of its owner.
struct DeadLetterStore {
    /// The most letters that are listed at once.
    static let limit: Int32 = 10_000

    /// What is asked for.
    enum Request: String {
        case replay
        case discard
    }

    let service: String
    let connection: PostgresConnection

    /// - Parameter connection: its search path is the service's schema.
    init(_ service: String, _ connection: PostgresConnection) {
        self.service = service
        self.connection = connection
    }

    /// The letters that are meant, in the order of their lanes.
    func letters(_ filter: LetterFilter, limit: Int = Int(DeadLetterStore.limit)) throws(PostgresError) -> [ListedLetter] {
        try read(where: LetterFilter.condition, filter.parameters, limit: limit)
    }

    /// One letter; `nil` when there is none any more.
    func letter(_ place: DeadLetterPlace) throws(PostgresError) -> ListedLetter? {
        try read(where: "d.lane_group = $1 AND d.lane = $2 AND d.number = $3", Self.parameters(place)).first
    }

    /// The message, sealed.
    func sealedMessage(_ place: DeadLetterPlace) throws(PostgresError) -> SealedText? {
        let rows = try connection.execute(
            Statement("SELECT message FROM dead_letter WHERE lane_group = $1 AND lane = $2 AND number = $3", Self.parameters(place)))
        return rows.isEmpty ? nil : SealedText(ciphertext: try rows.text(0, 0))
    }

    /// Asks the lane's owner to decide a letter again, or to drop it.
    ///
    /// Only a letter that heads its key can be asked about: one that failed, or one that waits and that nothing holds up any more. Numbers
    /// order the letters of one lane; a message that lay in the wrong partition may hold up its key from another lane, and there time orders.
    /// A letter without a key waits for no other.
    ///
    /// - Parameter edited: the sealed message to be decided instead; the one that came is kept beside it.
    /// - Returns: whether there was such a letter.
    func ask(
        _ request: Request, of place: DeadLetterPlace, by actor: ActorID, reason: String?, edited: SealedText? = nil
    ) throws(PostgresError) -> Bool {
        let answers = try connection.run([
            // The role's transactions only read unless they say otherwise.
            Statement("BEGIN READ WRITE"),
            Statement(
                """
                UPDATE dead_letter d SET request = $4, requested_by = $5, request_reason = $6, \
                original = CASE WHEN $7::text IS NULL THEN d.original ELSE coalesce(d.original, d.message) END, \
                message = coalesce($7, d.message) \
                WHERE d.lane_group = $1 AND d.lane = $2 AND d.number = $3 AND NOT EXISTS (\
                SELECT FROM dead_letter o WHERE \(Self.isOfSameKey) AND \(Self.isBefore) \
                AND (o.lane = d.lane OR d.kind = 'waiting'))
                """,
                Self.parameters(place) + [
                    .text(request.rawValue), .text(actor.rawValue), reason.map { .text($0) } ?? .null(.text),
                    edited.map { .text($0.ciphertext) } ?? .null(.text),
                ]),
            Statement("COMMIT"),
        ])
        return answers[1].affected == 1
    }

    /// Waits a little, at the server, between two looks at a letter.
    func pause() throws(PostgresError) {
        try connection.execute(Statement("SELECT true FROM pg_sleep(0.2)"))
    }

    private func read(
        where condition: String, _ parameters: [Value], limit: Int = Int(DeadLetterStore.limit)
    ) throws(PostgresError) -> [ListedLetter] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT d.lane_group, d.lane, d.number, d.kind, d.key, d.topic, d.partition, d.message_offset, d.fault, d.at, d.request, \
                d.requested_by, d.request_reason, d.source, d.type, count(*) FILTER (WHERE \(Self.isBefore)), \
                count(*) FILTER (WHERE NOT \(Self.isBefore) AND (o.lane, o.number) <> (d.lane, d.number)) \
                FROM dead_letter d LEFT JOIN dead_letter o ON \(Self.isOfSameKey) WHERE \(condition) \
                GROUP BY d.lane_group, d.lane, d.number ORDER BY d.lane_group, d.lane, d.number LIMIT \(limit)
                """, parameters))
        var letters: [ListedLetter] = []
        for row in 0..<rows.count { letters.append(try letter(in: rows, row)) }
        return letters
    }

    private func letter(in rows: Rows, _ row: Int) throws(PostgresError) -> ListedLetter {
        let place = DeadLetterPlace(
            service: service, group: try rows.text(row, 0), lane: try rows.int4(row, 1), number: try rows.int8(row, 2))
        return ListedLetter(
            place: place, isPoison: try rows.text(row, 3) == "poison", key: try rows.text(row, 4), topic: try rows.text(row, 5),
            partition: try rows.int4(row, 6), offset: try rows.int8(row, 7), fault: try rows.optionalData(row, 8).flatMap(Self.fault),
            at: try rows.instant(row, 9), request: try rows.optionalText(row, 10),
            requestedBy: try rows.optionalText(row, 11), requestReason: try rows.optionalText(row, 12), before: try rows.int8(row, 15),
            behind: try rows.int8(row, 16), source: try rows.optionalText(row, 13), type: try rows.optionalText(row, 14))
    }

    /// Whether the letters `o` and `d` are of one key. A letter without a key stands for itself, as it does for its owner: it is compared as
    /// NULL, which no index or hash finds, so that a flood of them is not met with itself.
    static let isOfSameKey = "o.lane_group = d.lane_group AND o.key = nullif(d.key, '')"

    /// Whether the letter `o` comes before the letter `d` of the same key.
    static let isBefore = "(CASE WHEN o.lane = d.lane THEN o.number < d.number ELSE (o.at, o.lane) < (d.at, d.lane) END)"

    private static func parameters(_ place: DeadLetterPlace) -> [Value] {
        [.text(place.group), .int4(place.lane), .int8(place.number)]
    }

    /// What the service wrote; were it ever unreadable, that is what has to be said.
    private static func fault(_ json: Data) -> Fault {
        do {
            return try JSONDecoder().decode(Fault.self, from: json)
        } catch {
            return Fault(field: "fault", problem: "cannot be read", expected: "field, problem and expected")
        }
    }
}

/// What people ask of many letters at once: each is one statement a service, whatever the number of letters.
extension DeadLetterStore {
    /// Counts the letters that are meant, by what they have in common.
    ///
    /// - Parameter limit: counts only what `askable` matches: the first so many that nothing is asked of yet.
    func counts(
        _ filter: LetterFilter, by splits: [LetterGroup.Split], askableUpTo limit: Int64? = nil
    ) throws(PostgresError) -> [LetterGroup] {
        let columns = splits.map(\.column).joined(separator: ", ")
        let places = splits.indices.map { "\($0 + 1)" }.joined(separator: ", ")
        let letters =
            limit == nil
            ? "dead_letter d WHERE \(LetterFilter.condition)"
            : "(SELECT d.topic, d.source, d.type, d.key, d.fault, d.at FROM \(Self.matched(limit: "$9"))) AS d"
        let rows = try connection.execute(
            Statement(
                """
                SELECT \(columns), count(*), min(d.at), max(d.at) FROM \(letters) \
                GROUP BY \(places) ORDER BY count(*) DESC, \(places) LIMIT \(Self.limit)
                """, filter.parameters + (limit.map { [.int8($0)] } ?? [])))
        var groups: [LetterGroup] = []
        for row in 0..<rows.count {
            var common: [String: String] = [:]
            for (index, split) in splits.enumerated() {
                common[split.rawValue] = split == .service ? service : try rows.text(row, index)
            }
            groups.append(
                LetterGroup(
                    of: common, count: try rows.int8(row, splits.count), oldest: try rows.instant(row, splits.count + 1),
                    newest: try rows.instant(row, splits.count + 2)))
        }
        return groups
    }

    /// How many letters are meant that nothing is asked of yet, and which of them can be asked about, in the order of their lanes.
    ///
    /// Those of one key go in order, so a letter can be asked about if every earlier one of its key is, now or before. Those without a key
    /// wait for none.
    func askable(_ filter: LetterFilter, limit: Int64) throws(PostgresError) -> (matched: Int64, places: [DeadLetterPlace]) {
        let rows = try connection.execute(
            Statement(
                """
                \(Self.free(limit: "$9")) SELECT (SELECT count(*) FROM matched), f.lane_group, f.lane, f.number FROM free f \
                ORDER BY f.lane_group, f.lane, f.number
                """, filter.parameters + [.int8(limit)]))
        var places: [DeadLetterPlace] = []
        for row in 0..<rows.count {
            places.append(
                DeadLetterPlace(
                    service: service, group: try rows.text(row, 1), lane: try rows.int4(row, 2), number: try rows.int8(row, 3)))
        }
        if !rows.isEmpty { return (try rows.int8(0, 0), places) }
        let matched = try connection.execute(
            Statement(
                """
                SELECT count(*) FROM (SELECT FROM dead_letter d WHERE \(LetterFilter.condition) AND d.request IS NULL LIMIT $9) AS m
                """, filter.parameters + [.int8(limit)]))
        return (try matched.int8(0, 0), [])
    }

    /// Asks the lanes' owners to decide these letters again, or to drop them; one that somebody has asked about meanwhile is left to that.
    ///
    /// - Parameter edited: the sealed messages to be decided instead, one a place; those that came are kept beside them.
    /// - Returns: of how many it was asked.
    func ask(
        _ request: Request, of places: [DeadLetterPlace], by actor: ActorID, reason: String?, edited: [SealedText]? = nil
    ) throws(PostgresError) -> Int {
        let answers = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                """
                UPDATE dead_letter d SET request = $4, requested_by = $5, request_reason = $6, \
                original = CASE WHEN n.message IS NULL THEN d.original ELSE coalesce(d.original, d.message) END, \
                message = coalesce(n.message, d.message) \
                FROM unnest($1::text[], $2::int4[], $3::int8[], $7::text[]) AS n(lane_group, lane, number, message) \
                WHERE d.lane_group = n.lane_group AND d.lane = n.lane AND d.number = n.number AND d.request IS NULL
                """,
                Self.arrays(places) + [
                    .text(request.rawValue), .text(actor.rawValue), reason.map { .text($0) } ?? .null(.text),
                    .textOptionalArray(Self.messages(edited, count: places.count)),
                ]),
            Statement("COMMIT"),
        ])
        return Int(answers[1].affected)
    }

    /// The sealed messages of these letters, by their places; one that is gone is missing.
    func sealedMessages(_ places: [DeadLetterPlace]) throws(PostgresError) -> [(place: DeadLetterPlace, key: String, message: SealedText)] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT d.lane_group, d.lane, d.number, d.key, d.message \
                FROM unnest($1::text[], $2::int4[], $3::int8[]) AS n(lane_group, lane, number) \
                JOIN dead_letter d USING (lane_group, lane, number) ORDER BY d.lane_group, d.lane, d.number
                """, Self.arrays(places)))
        var messages: [(DeadLetterPlace, String, SealedText)] = []
        for row in 0..<rows.count {
            let place = DeadLetterPlace(
                service: service, group: try rows.text(row, 0), lane: try rows.int4(row, 1), number: try rows.int8(row, 2))
            messages.append((place, try rows.text(row, 3), SealedText(ciphertext: try rows.text(row, 4))))
        }
        return messages
    }

    /// What has become of letters that were asked about: how many still wait for their owner, how many failed again, and how many are held up
    /// by one that did.
    func progress(_ places: [DeadLetterPlace]) throws(PostgresError) -> (pending: Int, failed: Int, heldUp: Int) {
        let rows = try connection.execute(
            Statement(
                """
                SELECT count(*) FILTER (WHERE d.request IS NOT NULL AND NOT h.held), count(*) FILTER (WHERE d.request IS NULL), \
                count(*) FILTER (WHERE d.request IS NOT NULL AND h.held) \
                FROM unnest($1::text[], $2::int4[], $3::int8[]) AS n(lane_group, lane, number) \
                JOIN dead_letter d USING (lane_group, lane, number) CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM dead_letter o \
                WHERE \(Self.isOfSameKey) AND o.lane = d.lane AND o.number < d.number \
                AND o.kind = 'poison' AND o.request IS NULL) AS held) AS h
                """, Self.arrays(places)))
        return (Int(try rows.int8(0, 0)), Int(try rows.int8(0, 1)), Int(try rows.int8(0, 2)))
    }

    /// `matched`: the letters that are meant, in the order of their lanes; `free`: those of them that nothing else holds up.
    private static func free(limit: String) -> String {
        """
        WITH matched AS MATERIALIZED (SELECT d.lane_group, d.lane, d.number, d.key, d.kind, d.at FROM \(matched(limit: limit))), \
        others AS MATERIALIZED (SELECT o.lane_group, o.lane, o.number, o.key, o.at FROM dead_letter o \
        LEFT JOIN matched m USING (lane_group, lane, number) WHERE m.number IS NULL AND o.kind = 'poison' AND o.request IS NULL), \
        free AS (SELECT d.* FROM matched d WHERE NOT EXISTS (SELECT FROM others o WHERE \(Self.isOfSameKey) \
        AND \(Self.isBefore) AND (o.lane = d.lane OR d.kind = 'waiting')))
        """
    }

    /// The letters `d` that are meant and that nothing is asked of yet, the first of them in the order of their lanes.
    private static func matched(limit: String) -> String {
        "dead_letter d WHERE \(LetterFilter.condition) AND d.request IS NULL ORDER BY d.lane_group, d.lane, d.number LIMIT \(limit)"
    }

    /// One a place; `nil` leaves a letter's message as it is.
    private static func messages(_ edited: [SealedText]?, count: Int) -> [String?] {
        guard let edited else { return Array(repeating: nil, count: count) }
        return edited.map(\.ciphertext)
    }

    private static func arrays(_ places: [DeadLetterPlace]) -> [Value] {
        [.textArray(places.map(\.group)), .int4Array(places.map(\.lane)), .int8Array(places.map(\.number))]
    }
}
