public import Foundation

/// One spelling for all the spellings of a JSON text, so that equal contents have equal digests.
///
/// Members are in the order of their names, there is no white space, and what was escaped stands as itself. Numbers stay as they were written: `1`
/// and `1.0` are two.
///
/// It goes over the bytes once more after a reader has: what is stored of an event is the digest of this spelling, which no reader's values give back
/// (numbers as they were written, fields that nobody asked for). So it costs one walk that copies each run of bytes once, and sorts only what is out
/// of order.
public enum CanonicalJSON {
    /// How deep a text may be nested, as readers allow.
    private static let deepest = JSONLimits.standard.depth

    /// The bytes of that spelling; `nil` for what is no JSON.
    public static func bytes(of json: Data) -> [UInt8]? {
        var walk = Walk(bytes: Array(json))
        var spelling: [UInt8] = []
        spelling.reserveCapacity(json.count)
        guard walk.value(into: &spelling, depth: 0) else { return nil }
        walk.skipSpace()
        return walk.isAtEnd ? spelling : nil
    }

    /// Goes through a text once, from its beginning to its end.
    private struct Walk {
        let bytes: [UInt8]
        private var place = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { place == bytes.count }

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func skipSpace() {
            while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            skipSpace()
            guard next == byte else { return false }
            place += 1
            return true
        }

        mutating func value(into spelling: inout [UInt8], depth: Int) -> Bool {
            guard depth < CanonicalJSON.deepest else { return false }
            skipSpace()
            switch next {
            case UInt8(ascii: "{"): return object(into: &spelling, depth: depth + 1)
            case UInt8(ascii: "["): return array(into: &spelling, depth: depth + 1)
            case UInt8(ascii: "\""): return string(into: &spelling)
            case nil: return false
            default: return word(into: &spelling)
            }
        }

        private mutating func object(into spelling: inout [UInt8], depth: Int) -> Bool {
            place += 1
            spelling.append(UInt8(ascii: "{"))
            let start = spelling.count
            if !take(UInt8(ascii: "}")) {
                var members: [Member] = []
                var isInOrder = true
                repeat {
                    if !members.isEmpty { spelling.append(UInt8(ascii: ",")) }
                    skipSpace()
                    let name = spelling.count
                    guard next == UInt8(ascii: "\""), string(into: &spelling), take(UInt8(ascii: ":")) else { return false }
                    let nameEnd = spelling.count
                    spelling.append(UInt8(ascii: ":"))
                    guard value(into: &spelling, depth: depth) else { return false }
                    let member = Member(name: name..<nameEnd, end: spelling.count)
                    if let last = members.last, member.precedes(last, in: spelling) { isInOrder = false }
                    members.append(member)
                } while take(UInt8(ascii: ","))
                guard take(UInt8(ascii: "}")) else { return false }
                if !isInOrder { Self.order(members, from: start, in: &spelling) }
            }
            spelling.append(UInt8(ascii: "}"))
            return true
        }

        /// Where a member stands in the spelling.
        private struct Member {
            let name: Range<Int>
            let end: Int

            func precedes(_ other: Member, in spelling: [UInt8]) -> Bool {
                spelling[name].lexicographicallyPrecedes(spelling[other.name])
            }
        }

        /// Puts the members, which are the end of the spelling, in the order of their names.
        private static func order(_ members: [Member], from start: Int, in spelling: inout [UInt8]) {
            var ordered: [UInt8] = []
            ordered.reserveCapacity(spelling.count - start)
            for (index, member) in members.sorted(by: { $0.precedes($1, in: spelling) }).enumerated() {
                if index > 0 { ordered.append(UInt8(ascii: ",")) }
                ordered += spelling[member.name.lowerBound..<member.end]
            }
            spelling.replaceSubrange(start..., with: ordered)
        }

        private mutating func array(into spelling: inout [UInt8], depth: Int) -> Bool {
            place += 1
            spelling.append(UInt8(ascii: "["))
            if !take(UInt8(ascii: "]")) {
                var isFirst = true
                repeat {
                    if !isFirst { spelling.append(UInt8(ascii: ",")) }
                    isFirst = false
                    guard value(into: &spelling, depth: depth) else { return false }
                } while take(UInt8(ascii: ","))
                guard take(UInt8(ascii: "]")) else { return false }
            }
            spelling.append(UInt8(ascii: "]"))
            return true
        }

        /// A number, `true`, `false` or `null`, up to what ends it.
        private mutating func word(into spelling: inout [UInt8]) -> Bool {
            let start = place
            while let byte = next, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") {
                place += 1
            }
            spelling += bytes[start..<place]
            return place > start
        }

        /// Only the quotation mark and the backslash stay escaped, so that the end is where it was.
        private mutating func string(into spelling: inout [UInt8]) -> Bool {
            var run = place
            place += 1
            while let byte = next {
                place += 1
                if byte == UInt8(ascii: "\"") {
                    spelling += bytes[run..<place]
                    return true
                }
                guard byte == UInt8(ascii: "\\") else { continue }
                spelling += bytes[run..<place - 1]
                guard escaped(into: &spelling) else { return false }
                run = place
            }
            return false
        }

        private mutating func escaped(into spelling: inout [UInt8]) -> Bool {
            guard let byte = next else { return false }
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): spelling += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "/"): spelling.append(byte)
            case UInt8(ascii: "b"): spelling.append(0x08)
            case UInt8(ascii: "f"): spelling.append(0x0C)
            case UInt8(ascii: "n"): spelling.append(0x0A)
            case UInt8(ascii: "r"): spelling.append(0x0D)
            case UInt8(ascii: "t"): spelling.append(0x09)
            case UInt8(ascii: "u"): return scalar(into: &spelling)
            default: return false
            }
            return true
        }

        /// The character that `\uXXXX`, or a pair of them, stands for.
        private mutating func scalar(into spelling: inout [UInt8]) -> Bool {
            guard let first = fourDigits() else { return false }
            var code = UInt32(first)
            if 0xD800..<0xDC00 ~= first {
                guard next == UInt8(ascii: "\\") else { return false }
                place += 1
                guard next == UInt8(ascii: "u") else { return false }
                place += 1
                guard let second = fourDigits(), 0xDC00..<0xE000 ~= second else { return false }
                code = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
            }
            guard let scalar = Unicode.Scalar(code) else { return false }
            if scalar == "\"" || scalar == "\\" { spelling.append(UInt8(ascii: "\\")) }
            spelling += Array(String(Character(scalar)).utf8)
            return true
        }

        private mutating func fourDigits() -> UInt16? {
            guard place + 4 <= bytes.count else { return nil }
            var code: UInt16 = 0
            for byte in bytes[place..<place + 4] {
                let digit: UInt8
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
                case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
                case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
                default: return nil
                }
                code = code << 4 | UInt16(digit)
            }
            place += 4
            return code
        }
    }
}
