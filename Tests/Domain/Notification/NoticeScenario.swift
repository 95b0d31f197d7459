import Foundation
import Policies
import Testing

@testable import Domain

/// Wang Fang's complaint C20260302003000127, and what notification makes of it, one input after the other.
///
/// Times of day are those of Nanjing, on 2 March 2026 unless a day of the month is given.
struct NoticeScenario {
    static let complaint: ComplaintNumber = "C20260302003000127"
    static let workOrder: WorkOrderNumber = "W20260302003000127"

    let rules: NotificationRules
    private(set) var file: NoticeState?
    private(set) var due: Instant?
    /// What went into units' digests.
    private(set) var collected: [StaffNotice] = []
    private var serial: Int64 = 126

    init(rules: NotificationRules = .fixture(), file: NoticeState? = nil) {
        self.rules = rules
        self.file = file
    }

    /// Decides one input and keeps the new state; returns what happened.
    @discardableResult
    mutating func when(_ input: NoticeInput, at time: String = "10:00", day: Int = 2) throws -> [NoticeEvent] {
        try when(input, now: Self.time(time, day: day))
    }

    @discardableResult
    mutating func when(_ input: NoticeInput, now: Instant) throws -> [NoticeEvent] {
        serial += 1
        let context = DecisionContext(now: now, policy: rules, serial: Serial(lane: 3, number: serial))
        let decision = try NotificationDecider.decide(input, given: file, in: context)
        file = decision.state
        due = decision.due
        collected += decision.events.compactMap { act in
            if case .collected(let notice) = act { notice } else { nil }
        }
        return decision.events.compactMap { act in
            if case .notified(let event) = act { event } else { nil }
        }
    }

    /// The China pack as it is shipped.
    static func china() throws -> NoticeScenario {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        return NoticeScenario(rules: try PolicyPackLoader.load(directory: folder.standardizedFileURL).notification)
    }

    /// Lets time pass until the decider asked to be woken, and wakes it; nothing happens where it did not ask.
    @discardableResult
    mutating func whenDue() throws -> [NoticeEvent] {
        guard let due else { return [] }
        return try when(.wake, now: due)
    }

    static func time(_ time: String, day: Int = 2) -> Instant {
        let text = "2026-03-" + (day < 10 ? "0" : "") + "\(day)T\(time):00+08:00"
        guard let instant = Instant(text) else {
            Issue.record("\(text) is not a time")
            return Instant(milliseconds: 0)
        }
        return instant
    }
}

extension [NoticeEvent] {
    /// `template/medium/attempt` of each message that went out.
    var sent: [String] {
        compactMap { event in
            guard case .requested(let notice) = event else { return nil }
            return "\(notice.template)/\(notice.medium)/\(notice.attempt)"
        }
    }

    /// The messages that went out.
    var requests: [NotificationRequested] {
        compactMap { event in
            guard case .requested(let notice) = event else { return nil }
            return notice
        }
    }

    var firstSent: NotificationRequested? {
        for case .requested(let notice) in self { return notice }
        return nil
    }

    /// Title and text of each message that went out, by its template.
    func texts(of template: TemplateName) -> [String] {
        compactMap { event in
            guard case .requested(let notice) = event, notice.template == template else { return nil }
            return notice.text
        }
    }

    /// `template → unit or customer` of each message that went out.
    var told: [String] {
        compactMap { event in
            guard case .requested(let notice) = event else { return nil }
            return "\(notice.template) → \(notice.unit?.rawValue ?? notice.audience.rawValue)"
        }
    }

    var abandoned: [NotificationAbandoned] {
        compactMap { event in
            guard case .abandoned(let notice) = event else { return nil }
            return notice
        }
    }
}
