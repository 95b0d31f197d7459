internal import Domain
internal import Foundation

/// The fields of an intake event with their JSON types right and their values not yet judged.
struct RawIntake {
    let line: ServiceLine
    private let complaint: String?
    private let channel: String?
    private let province: String?
    private let category: String?
    private let language: String?
    private let receivedAt: String?
    private let flags: [String]
    private let minorUnits: Int64?
    private let currency: String?
    private let hasAmount: Bool
    private let settledOnSpot: Bool
    private let personal: PersonalData
    private let details: RawDetails
    /// Only of an event of an appeal.
    private let appeal: RawAppeal?
    private let satisfaction: Int64?
    private let resolved: Bool?
    private let wantsReview: Bool?

    /// - Throws: a `Fault` at the first field of the wrong JSON type.
    init(_ fields: JSONFields, line: ServiceLine, type: IntakeType) throws(Fault) {
        self.line = line
        complaint = try fields.string("complaint")
        channel = try fields.string("channel")
        province = try fields.string("province")
        category = try fields.string("category")
        language = try fields.string("language")
        receivedAt = try fields.string("receivedAt")
        flags = try fields.strings("flags") ?? []
        let amount = try fields.fields("disputedAmount")
        hasAmount = amount != nil
        minorUnits = try amount?.integer("minorUnits")
        currency = try amount?.string("currency")
        settledOnSpot = try fields.boolean("settledOnSpot") ?? false
        let isAppeal = type == .appealed
        personal = try PersonalData(line: line.key, fields, withForm: isAppeal || type == .supplemented)
        appeal = isAppeal ? try fields.fields("appeal").map { appeal throws(Fault) in try RawAppeal(appeal) } : nil
        details = try RawDetails(fields)
        let isFeedback = type == .feedbackGiven
        satisfaction = isFeedback ? try fields.integer("satisfaction") : nil
        resolved = isFeedback ? try fields.boolean("resolved") : nil
        wantsReview = isFeedback ? try fields.boolean("wantsReview") : nil
    }

    /// - Throws: a `Fault` at the first value that is to be reported to the gateway.
    func draft(as type: IntakeType) throws(Fault) -> IntakeDraft {
        switch type {
        case .submitted: .submission(try parts())
        case .supplemented: .supplement(try complaintNumber(), try parts())
        case .urged: .urge(try complaintNumber(), try checkedChannel(), try checkedFlags())
        case .withdrawn: .withdrawal(try complaintNumber())
        case .appealed: .appeal(try complaintNumber(), try parts(), try checkedAppeal())
        case .exposed: .exposure(try complaintNumber(), try checkedChannel(), try details.checkedExposure())
        case .feedbackGiven: .feedback(try complaintNumber(), try checkedChannel(), try checkedFeedback(), try checkedPersonal())
        }
    }

    private func parts() throws(Fault) -> IntakeDraft.Parts {
        let personal = try checkedPersonal()
        return IntakeDraft.Parts(
            channel: try checkedChannel(), province: Province(try Self.required(province, "province")),
            category: try Self.optional(category, "category").map { Category($0) }, language: try checkedLanguage(), personal: personal,
            alsoGiven: appeal?.given ?? [], receivedAt: try checkedTime(), flags: try checkedFlags(), disputedAmount: try checkedAmount(),
            settledOnSpot: settledOnSpot,
            details: try details.checked())
    }

    private func complaintNumber() throws(Fault) -> ComplaintNumber? {
        try Self.optional(complaint, "complaint").map { ComplaintNumber($0) }
    }

    private func checkedChannel() throws(Fault) -> Channel { Channel(try Self.required(channel, "channel")) }

    private func checkedPersonal() throws(Fault) -> PersonalData {
        try personal.check()
        return personal
    }

    private func checkedAppeal() throws(Fault) -> Appeal {
        guard let appeal else {
            throw Fault(field: "data.appeal", problem: "is missing", expected: "what the appeal says, or an empty object")
        }
        return try appeal.checked()
    }

    private func checkedFeedback() throws(Fault) -> Feedback {
        if let satisfaction, !(1...5).contains(satisfaction) {
            throw Fault(field: "data.satisfaction", problem: "is out of range", expected: "1 to 5")
        }
        return Feedback(satisfaction: satisfaction.map { Int($0) }, resolved: resolved, wantsReview: wantsReview)
    }

    private func checkedLanguage() throws(Fault) -> Language? {
        guard let language else { return nil }
        guard let known = Language(rawValue: language) else {
            throw Fault(field: "data.language", problem: "is not known", expected: "zh or en")
        }
        return known
    }

    private func checkedTime() throws(Fault) -> Instant {
        let text = try Self.required(receivedAt, "receivedAt")
        return try TextRule.time(text, field: "data.receivedAt")
    }

    /// Sorted and without repetitions, so that the same flags always make the same event.
    private func checkedFlags() throws(Fault) -> [Flag] {
        var known: Set<Flag> = []
        for (index, text) in flags.enumerated() {
            guard let flag = Flag(rawValue: text) else {
                let words = Flag.allCases.map(\.rawValue).joined(separator: ", ")
                throw Fault(field: "data.flags[\(index)]", problem: "is not known", expected: "one of " + words)
            }
            known.insert(flag)
        }
        return known.sorted()
    }

    private func checkedAmount() throws(Fault) -> Money? {
        guard hasAmount else { return nil }
        return try MoneyRule.money(minorUnits: minorUnits, currency: currency, field: "data.disputedAmount")
    }

    static func required(_ text: String?, _ name: String) throws(Fault) -> String {
        guard let text = try optional(text, name) else {
            throw Fault(field: "data." + name, problem: "is missing", expected: "some text")
        }
        return text
    }

    static func optional(_ text: String?, _ name: String, _ rule: TextRule = .code) throws(Fault) -> String? {
        guard let text else { return nil }
        guard !TextRule.isBlank(text) else { throw Fault(field: "data." + name, problem: "is empty", expected: "some text") }
        try rule.check(text, field: "data." + name)
        return text
    }

    /// - Throws: a `Fault` that names the words there are.
    static func word<Word: RawRepresentable & CaseIterable>(_ text: String, _ name: String) throws(Fault) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(field: "data." + name, problem: "is not known", expected: "one of " + known)
        }
        return word
    }
}
