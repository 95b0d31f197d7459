/// Which happening it was, in a few letters: its trigger's code and, where there can be several, what tells them apart.
///
/// A file keeps one for every happening it has taken, so that nobody is notified of it twice; there are a handful in each of millions of files.
struct NoticeIdentity: Hashable, Sendable {
    /// `r`, `u:2`, `ab:answer/1/100`; never with a space in it.
    let text: String

    init(_ trigger: NoticeTrigger, _ key: String) {
        text = key == "1" ? trigger.code : trigger.code + ":" + (key.contains(" ") ? key.replacing(" ", with: "_") : key)
    }

    /// As a stored file has it.
    init(stored text: Substring) {
        self.text = String(text)
    }

    func isOf(_ trigger: NoticeTrigger) -> Bool {
        let code = trigger.code.utf8
        let bytes = text.utf8
        guard bytes.starts(with: code) else { return false }
        return bytes.count == code.count || bytes.dropFirst(code.count).first == UInt8(ascii: ":")
    }
}

/// Numbers and texts in the few letters that marks and stored files are made of.
enum NoticeShorthand {
    static func text(_ instant: Instant) -> String { String(instant.milliseconds, radix: 36) }

    static func instant(_ text: some StringProtocol) throws(Fault) -> Instant {
        guard let milliseconds = Int64(text, radix: 36) else { throw Fault.meaningless }
        return Instant(milliseconds: milliseconds)
    }

    /// Tells texts apart without keeping them: FNV-1a in 64 bits.
    static func digest(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return String(hash, radix: 36)
    }
}
