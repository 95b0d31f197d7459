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

    /// - Throws: a `Fault` at the first field of the wrong JSON type.
    init(_ fields: JSONFields, line: ServiceLine) throws(Fault) {
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
        personal = try PersonalData(line: line.key, fields)
    }

    /// - Throws: a `Fault` at the first value that the gateway is to be told of.
    func draft(as type: IntakeType) throws(Fault) -> IntakeDraft {
        switch type {
        case .submitted: .submission(try parts())
        case .supplemented: .supplement(try complaintNumber(), try parts())
        case .urged: .urge(try complaintNumber(), Channel(try required(channel, "channel")))
        case .withdrawn: .withdrawal(try complaintNumber())
        }
    }

    private func parts() throws(Fault) -> IntakeDraft.Parts {
        try personal.check()
        return IntakeDraft.Parts(
            channel: Channel(try required(channel, "channel")), province: Province(try required(province, "province")),
            category: try optional(category, "category").map { Category($0) }, language: try checkedLanguage(), personal: personal,
            receivedAt: try checkedTime(), flags: try checkedFlags(), disputedAmount: try checkedAmount(), settledOnSpot: settledOnSpot)
    }

    private func complaintNumber() throws(Fault) -> ComplaintNumber? {
        try optional(complaint, "complaint").map { ComplaintNumber($0) }
    }

    private func checkedLanguage() throws(Fault) -> Language? {
        guard let language else { return nil }
        guard let known = Language(rawValue: language) else {
            throw Fault(field: "data.language", problem: "is not known", expected: "zh or en")
        }
        return known
    }

    private func checkedTime() throws(Fault) -> Instant {
        let text = try required(receivedAt, "receivedAt")
        guard let instant = Instant(text) else {
            throw Fault(
                field: "data.receivedAt", problem: "is not RFC 3339", expected: "a time with offset, such as 2026-09-30T16:00:00+08:00")
        }
        return instant
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

    private func required(_ text: String?, _ name: String) throws(Fault) -> String {
        guard let text = try optional(text, name) else {
            throw Fault(field: "data." + name, problem: "is missing", expected: "some text")
        }
        return text
    }

    private func optional(_ text: String?, _ name: String) throws(Fault) -> String? {
        guard let text else { return nil }
        guard !TextRule.isBlank(text) else { throw Fault(field: "data." + name, problem: "is empty", expected: "some text") }
        try TextRule.code.check(text, field: "data." + name)
        return text
    }
}
