package import Domain

/// What nobody who is told something should have to read: numbers of rules, codes, ciphertext, places that nothing filled, and words of
/// another language.
package enum PlainWords {
    /// What is wrong with a text in a language, in a few words each; nothing for a text in order.
    package static func faults(in text: String, _ language: Language) -> [String] {
        var faults: [String] = []
        for inner in [
            "{{", "}}", "[[", "]]", "—", "unconfirmed", "sealed", "()", "()", "::", ":。", ":。", ":,", ",,", "。。", ": .", ": ;", " .",
        ]
        where text.contains(inner) {
            faults.append("has \(inner)")
        }
        for word in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0))) }) {
            if isRule(word) { faults.append("names the rule \(word)") }
            if isCiphertext(word) { faults.append("has ciphertext") }
            if isCode(word) { faults.append("has the code \(word)") }
            if language == .chinese, isEnglish(word) { faults.append("has the English word \(word)") }
        }
        if language == .english, let character = text.unicodeScalars.first(where: { (0x2E80...0xFFEF).contains($0.value) }) {
            faults.append("has the Chinese character \(character)")
        }
        return faults
    }

    /// `S106`, also in `S014–S020`.
    private static func isRule(_ word: Substring) -> Bool {
        word.count == 4 && word.first == "S" && word.dropFirst().allSatisfy(\.isNumber)
    }

    /// `v2.wgJE1rsw…`.
    private static func isCiphertext(_ word: Substring) -> Bool {
        let parts = word.split(separator: ".", maxSplits: 1)
        return parts.count == 2 && parts[0].count <= 3 && parts[0].first == "v" && parts[0].dropFirst().allSatisfy(\.isNumber)
            && parts[1].count > 8
    }

    /// A province, `CN-JS`, or two small words and a hyphen, as codes of the policies are written; `follow-up` is English.
    private static func isCode(_ word: Substring) -> Bool {
        let parts = word.split(separator: "-")
        guard parts.count >= 2 else { return false }
        if parts.count == 2, parts[0].count == 2, parts.joined().allSatisfy(\.isUppercase) { return true }
        return parts.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isLowercase) } && word != "follow-up" && word != "value-added"
    }

    /// Small letters that are no part of a number of a complaint, a work order or a document, which has figures or capitals in it.
    private static func isEnglish(_ word: Substring) -> Bool {
        !word.contains(where: \.isNumber) && word.count(where: \.isUppercase) < 2 && word.count(where: \.isLowercase) >= 2
    }
}
