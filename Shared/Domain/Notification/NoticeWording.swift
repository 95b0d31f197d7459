/// Puts values into words of one language.
struct NoticeWording {
    let language: Language
    let offset: UTCOffset
    let words: [NoticeValue.Vocabulary: [String: TemplatePolicy.CodeWords]]
    let laws: LawNames

    /// What a former release wrote where there was no value.
    private static let missing = "—"

    /// A value in its place: a rule is the law it names, a band what it is called.
    ///
    /// Both are stored as plain text, as the last release reads them too.
    func text(_ value: NoticeValue, named name: String) -> String {
        guard case .text(let text) = value else { return self.text(value) }
        switch name {
        case "rule": return laws.basis(of: text, in: language)
        case "band": return word(text, of: .band)
        default: return text == Self.missing ? "" : text
        }
    }

    func text(_ value: NoticeValue) -> String {
        switch value {
        case .text(let text): text
        case .words(let vocabulary, let codes):
            codes.map { word($0, of: vocabulary) }.joined(separator: language == .chinese ? "、" : ", ")
        case .money(let money): Self.text(money, in: language)
        case .reasons(let reasons):
            reasons.map { word($0.tariff, of: .tariff) + (language == .chinese ? "" : " ") + Self.text($0.amount, in: language) }
                .joined(separator: language == .chinese ? ";" : "; ")
        case .day(let instant): instant.day(at: offset).description
        case .time(let instant): instant.day(at: offset).description + " " + clock(instant)
        }
    }

    private func word(_ code: String, of vocabulary: NoticeValue.Vocabulary) -> String {
        guard let words = words[vocabulary]?[code] else {
            if vocabulary == .body { return body(code) }
            // A reason that depends on the ground has general words for a ground without its own.
            if vocabulary == .denial, let slash = code.firstIndex(of: "/") { return word(String(code[..<slash]), of: vocabulary) }
            return code
        }
        return language == .chinese ? words.zh : words.en
    }

    /// A province's appeal body is called by the province.
    private func body(_ code: String) -> String {
        guard let words = words[.body]?[TemplatePolicy.provincialBody] else { return code }
        return (language == .chinese ? words.zh : words.en).replacing("{{province}}", with: word(code, of: .province))
    }

    private func clock(_ instant: Instant) -> String {
        let local = instant.milliseconds + Int64(offset.minutes) * 60_000
        let minute = Int(Instant.floorDivide(local, by: 86_400_000).remainder / 60_000)
        return Self.twoDigits(minute / 60) + ":" + Self.twoDigits(minute % 60)
    }

    /// `50.00元`, `CNY 50.00`, `JPY 5000`: in the main unit, with as many decimals as the currency has by ISO 4217.
    private static func text(_ money: Money, in language: Language) -> String {
        language == .chinese && money.currency == "CNY" ? money.mainUnits + "元" : money.currency + " " + money.mainUnits
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
