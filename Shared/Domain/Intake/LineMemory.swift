/// That a line has complained of a matter at a level: what is left of such complaints when they leave the line's file (S050, S132).
public struct PastComplaint: Sendable, Equatable {
    public let level: ChannelLevel
    /// `nil` where the customer never said what it is about.
    public let category: Category?
    /// When the first of them was received.
    public internal(set) var receivedAt: Instant
    /// When the last of them was closed.
    public internal(set) var closedAt: Instant
    /// When the last of them that had left a level out was closed; `nil` for none.
    public internal(set) var skippedAt: Instant?
}

/// What a line has complained of below a level.
enum LowerComplaint: Hashable, Sendable {
    case open
    /// Archived, settled or withdrawn.
    case closed
}

extension LineState {
    /// Whether there is nothing to keep.
    var isEmpty: Bool { complaints.isEmpty && (past ?? []).isEmpty }

    /// What the line had complained of below a level in the same matter when a complaint was received, and at most `window` before it where that is
    /// closed; `nil` for nothing.
    func lowerComplaint(
        than level: ChannelLevel, sameMatterAs category: Category?, at receivedAt: Instant, within window: Duration?, scope: UrgeScope
    ) -> LowerComplaint? {
        let lower = complaints.filter {
            $0.level.rank < level.rank && $0.receivedAt <= receivedAt && $0.isSameMatter(as: category, scope: scope)
        }
        if lower.contains(where: \.isOpen) { return .open }
        let gone = (past ?? []).filter {
            $0.level.rank < level.rank && $0.receivedAt <= receivedAt && scope.isSameMatter(category, $0.category)
        }
        let closings = lower.compactMap(\.closedAt) + gone.map(\.closedAt)
        return closings.contains { isRecent($0, at: receivedAt, within: window) } ? .closed : nil
    }

    /// Whether a complaint that left a level out is on record, closed at most `window` before another was received (S050).
    func hasSkippedLevel(before receivedAt: Instant, within window: Duration?) -> Bool {
        complaints.filter(\.skippedLevel).contains { complaint in
            complaint.closedAt.map { isRecent($0, at: receivedAt, within: window) } ?? true
        }
            || (past ?? []).contains { gone in gone.skippedAt.map { isRecent($0, at: receivedAt, within: window) } ?? false }
    }

    private func isRecent(_ closedAt: Instant, at receivedAt: Instant, within window: Duration?) -> Bool {
        window.map { receivedAt <= closedAt.adding($0) } ?? true
    }

    /// Remembers that there were such complaints, one entry for each level and category, and forgets what was closed too long ago.
    mutating func remember(_ gone: [FiledComplaint], forgottenBefore memory: Instant?) {
        guard let memory, past != nil || !gone.isEmpty else {
            if memory == nil { past = nil }
            return
        }
        var known = past ?? []
        for complaint in gone {
            guard let closedAt = complaint.closedAt else { continue }
            let skippedAt = complaint.skippedLevel ? closedAt : nil
            if let index = known.firstIndex(where: { $0.level == complaint.level && $0.category == complaint.category }) {
                known[index].receivedAt = min(known[index].receivedAt, complaint.receivedAt)
                known[index].closedAt = max(known[index].closedAt, closedAt)
                known[index].skippedAt = [known[index].skippedAt, skippedAt].compactMap(\.self).max()
            } else {
                known.append(
                    PastComplaint(
                        level: complaint.level, category: complaint.category, receivedAt: complaint.receivedAt, closedAt: closedAt,
                        skippedAt: skippedAt))
            }
        }
        known.removeAll { $0.closedAt < memory }
        past = known.isEmpty ? nil : known
    }
}

extension UrgeScope {
    /// Whether two complaints of a line are of one matter; one that does not say what it is about is taken to be.
    func isSameMatter(_ left: Category?, _ right: Category?) -> Bool {
        switch self {
        case .line: true
        case .category: left == nil || right == nil || left == right
        }
    }
}

extension PastComplaint: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        level = try fields.required("level")
        category = try fields.optional("category")
        receivedAt = try fields.required("receivedAt")
        closedAt = try fields.required("closedAt")
        skippedAt = try fields.optional("skippedAt")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("level", level)
        writer.write("category", category)
        writer.write("receivedAt", receivedAt)
        writer.write("closedAt", closedAt)
        writer.write("skippedAt", skippedAt)
    }
}
