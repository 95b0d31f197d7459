/// Puts values into words of one language.
struct NoticeWording {
    let language: Language
    let offset: UTCOffset
    let words: [NoticeValue.Vocabulary: [String: TemplatePolicy.CodeWords]]

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
        guard let words = words[vocabulary]?[code] else { return vocabulary == .body ? body(code) : code }
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

    /// `50.00元`, `CNY 50.00`; currencies that have no smaller unit are written without one.
    private static func text(_ money: Money, in language: Language) -> String {
        let hasMinorUnit = !["JPY", "KRW", "VND"].contains(money.currency)
        let amount = money.minorUnits.magnitude
        let digits = hasMinorUnit ? "\(amount / 100)." + twoDigits(Int(amount % 100)) : "\(amount)"
        let signed = (money.minorUnits < 0 ? "-" : "") + digits
        return language == .chinese && money.currency == "CNY" ? signed + "元" : money.currency + " " + signed
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
