/// A file as releases before 2026-12 stored it: every name in full.
struct EarlierNoticeState {
    private let complaint: ComplaintNumber
    private let contact: Contact?
    private let responsible: Unit?
    private let firstContact: Unit?
    private let happened: [NoticeTrigger]
    private let told: [String]
    private let early: [Cause]
    private let open: [Delivery]
    private let count: Int

    fileprivate struct Contact {
        let channel: Channel
        let language: Language
        let line: String
        let personal: SealedText
    }

    fileprivate struct Cause {
        let trigger: NoticeTrigger
        let key: String
        let values: [String: Value]
        let unit: Unit?
        let enclosure: SealedText?
    }

    fileprivate struct Delivery {
        let number: NoticeNumber
        let template: TemplateName
        let cause: Cause
        let unit: Unit?
        let attempts: Int
        let standing: Standing
        let lastReceipt: String?
    }

    /// One of the two is there.
    fileprivate struct Standing {
        struct Waiting { let until: Instant }
        struct Sent { let timeout: Instant }
        let waiting: Waiting?
        let sent: Sent?
    }

    /// One of them is there.
    fileprivate struct Value {
        struct Content<Inner: DocumentReadable> { let _0: Inner }
        struct Words {
            let _0: NoticeValue.Vocabulary
            let _1: [String]
        }
        let text: Content<String>?
        let words: Words?
        let money: Content<Money>?
        let time: Content<Instant>?
        let day: Content<Instant>?

        var value: NoticeValue? {
            text.map { .text($0._0) } ?? words.map { .words($0._0, $0._1) } ?? money.map { .money($0._0) } ?? time.map { .time($0._0) }
                ?? day.map { .day($0._0) }
        }
    }

    /// The same file as it is now.
    var file: NoticeState {
        var file = NoticeState(complaint: complaint)
        file.contact = contact.map {
            NoticeContact(channel: $0.channel, language: $0.language, line: $0.line, personal: $0.personal, province: nil)
        }
        file.responsible = responsible
        file.firstContact = firstContact
        for identity in told {
            let parts = identity.split(separator: "/", maxSplits: 2)
            if parts.count == 3, let trigger = NoticeTrigger(rawValue: String(parts[1])) {
                _ = file.remember(NoticeIdentity(trigger, key(String(parts[2]), of: trigger)))
            }
        }
        for trigger in happened where !file.has(trigger) { _ = file.remember(NoticeIdentity(trigger, "1")) }
        file.early = early.map { cause in
            let key = key(cause.key, of: cause.trigger)
            _ = file.remember(NoticeIdentity(cause.trigger, key))
            return NoticeCause(cause.trigger, key, cause.values.compactMapValues(\.value), unit: cause.unit, enclosure: cause.enclosure)
        }
        file.open = open.map(delivery)
        file.count = count
        return file
    }

    private func delivery(_ earlier: Delivery) -> NoticeDelivery {
        let index = Int(digits: earlier.number.rawValue.dropFirst(complaint.rawValue.count + 2)) ?? 0
        let standing: NoticeDelivery.Standing =
            if let sent = earlier.standing.sent { .sent(timeout: sent.timeout) } else {
                .waiting(until: earlier.standing.waiting?.until ?? Instant(milliseconds: 0))
            }
        return NoticeDelivery(
            index: index, template: earlier.template, trigger: earlier.cause.trigger,
            values: earlier.cause.values.compactMapValues(\.value), unit: earlier.unit, enclosure: earlier.cause.enclosure,
            attempts: earlier.attempts, standing: standing, lastReceipt: earlier.lastReceipt.map(NoticeShorthand.digest))
    }

    /// A key as it is now: times and digests with more letters, numbers without the complaint's.
    private func key(_ key: String, of trigger: NoticeTrigger) -> String {
        switch trigger {
        case .dispatched: return "1"
        case .informationRequired, .accepted, .transferred, .held, .resumed, .answered, .answerReturned:
            return Int64(signedDigits: key).map { String($0, radix: 36) } ?? key
        case .customerTold: return UInt64(key, radix: 16).map { String($0, radix: 36) } ?? key
        case .warned, .breached, .escalated:
            return key.hasPrefix(complaint.rawValue + "/") ? String(key.dropFirst(complaint.rawValue.count + 1)) : key
        case .approvalNeeded, .claimSettled, .settlementFailed:
            let prefix = "R" + complaint.rawValue.dropFirst() + "-"
            return key.hasPrefix(prefix) ? "-" + key.dropFirst(prefix.count) : key
        case .registered, .settledOnSpot, .complaintUrged, .withdrawn, .supplemented, .feedbackGiven, .progressRequested,
            .customerContent, .customerDiscontent, .workOrderUrged, .reviewAnswered, .reviewRequested, .appealAssessed, .appealStep,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .unmerged, .supervised, .coordinationRequested, .contributed, .abnormal, .riskAlert, .flagged, .workOrderFlagged, .exposed,
            .archived,
            .claimDenied, .findingUnusable, .unreached, .followUpDue, .followUpAgain, .followUpInWriting:
            return key
        }
    }
}

extension EarlierNoticeState: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        contact = try fields.optional("contact")
        responsible = try fields.optional("responsible")
        firstContact = try fields.optional("firstContact")
        happened = try fields.required("happened")
        told = try fields.required("told")
        early = try fields.required("early")
        open = try fields.required("open")
        count = try fields.required("count")
    }
}

extension EarlierNoticeState.Contact: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        channel = try fields.required("channel")
        language = try fields.required("language")
        line = try fields.required("line")
        personal = try fields.required("personal")
    }
}

extension EarlierNoticeState.Cause: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        trigger = try fields.required("trigger")
        key = try fields.required("key")
        values = try fields.required("values")
        unit = try fields.optional("unit")
        enclosure = try fields.optional("enclosure")
    }
}

extension EarlierNoticeState.Delivery: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        number = try fields.required("number")
        template = try fields.required("template")
        cause = try fields.required("cause")
        unit = try fields.optional("unit")
        attempts = try fields.required("attempts")
        standing = try fields.required("standing")
        lastReceipt = try fields.optional("lastReceipt")
    }
}

extension EarlierNoticeState.Standing: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        waiting = try fields.optional("waiting")
        sent = try fields.optional("sent")
    }
}

extension EarlierNoticeState.Standing.Waiting: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        until = try fields.required("until")
    }
}

extension EarlierNoticeState.Standing.Sent: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        timeout = try fields.required("timeout")
    }
}

extension EarlierNoticeState.Value: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        text = try fields.optional("text")
        words = try fields.optional("words")
        money = try fields.optional("money")
        time = try fields.optional("time")
        day = try fields.optional("day")
    }
}

extension EarlierNoticeState.Value.Content: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        _0 = try fields.required("_0")
    }
}

extension EarlierNoticeState.Value.Words: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        _0 = try fields.required("_0")
        _1 = try fields.required("_1")
    }
}
