import Domain

/// What stands in place of sealed words for those who may not read them, or have not asked to.
enum HiddenText {
    /// In place of words that somebody wrote.
    static let words = "(hidden; redress show --reveal opens it)"

    /// The text as anybody may see it: sealed words never as ciphertext, whether they are all of it or stand among others.
    static func shown(_ text: String) -> String {
        if SealedText.isCiphertext(text) { return words }
        guard text.contains("v1.") || text.contains("v2.") else { return text }
        return text.replacing(/v[12]\.[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{24,}/) { match in
            SealedText.isCiphertext(String(match.output)) ? words : String(match.output)
        }
    }
}
