public import Foundation

/// Finds text that is valid UTF-8 by chance and GBK in truth: 停止通知 in GBK reads as four marks of Hebrew and Latin without a letter.
///
/// The bytes of such a character are C2–DF and A1–BF, which UTF-8 reads as one from U+00A1 to U+07FF: Latin, Greek, Cyrillic, Hebrew, Arabic and their
/// marks, in a jumble that no language writes. A jumble is a mark without a letter before it, letters of two scripts side by side, or a character
/// that does not exist or belongs to a script that no file of this trade has (Syriac, Thaana, N'Ko).
public enum MisreadGBK {
    private enum Kind: Equatable {
        /// Fits beside everything: ASCII, signs, and whatever takes three bytes and more.
        case common
        case letter(Script)
        /// Stands on a letter of its script; of `nil`, on any letter of Europe's.
        case mark(Script?)
        /// No character, or of a script that nobody here writes.
        case foreign
    }

    private enum Script {
        case latin, greek, cyrillic, armenian, hebrew, arabic
    }

    /// Where the first jumble begins, in bytes from the beginning; `nil` where there is none, or the bytes are no UTF-8.
    public static func firstJumble(in bytes: Data) -> Int? {
        guard bytes.contains(where: { (0xC2...0xDF).contains($0) }), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var offset = 0
        // What stands before, as far as it is a letter: a mark may follow any, another script's letter none of these.
        var isAfterLetter = false
        var script: Script?
        for scalar in text.unicodeScalars {
            switch kind(of: scalar) {
            case .common:
                isAfterLetter = scalar.isASCII && scalar.properties.isAlphabetic
                script = nil
            case .mark(let needed):
                guard isAfterLetter, needed == nil || needed == script else { return offset }
            case .letter(let found):
                if let script, script != found { return offset }
                (isAfterLetter, script) = (true, found)
            case .foreign: return offset
            }
            offset += UTF8.width(scalar)
        }
        return nil
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0xC0...0x24F: return scalar.properties.isAlphabetic ? .letter(.latin) : .common
        case 0x700...0x7FF: return .foreign
        case 0xA1...0x6FF: break
        default: return .common
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .unassigned: return .foreign
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark(script(of: scalar))
        default: return properties.isAlphabetic ? script(of: scalar).map(Kind.letter) ?? .common : .common
        }
    }

    private static func script(of scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x370...0x3FF: .greek
        case 0x400...0x52F: .cyrillic
        case 0x530...0x58F: .armenian
        case 0x590...0x5FF: .hebrew
        case 0x600...0x6FF: .arabic
        default: nil
        }
    }
}
