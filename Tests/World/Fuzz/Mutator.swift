import Foundation
import Kafka
import Seeded

/// Spoils a message in one of the ways that broken clients, broken disks and attackers do.
struct Mutator {
    private var chance: SplitMix64

    init(seed: UInt64) {
        chance = SplitMix64(seed: seed)
    }

    /// What is done to a message.
    enum Way: String, CaseIterable {
        case flippedBits, truncated, emptied, spliced, hugeNumber, deepNesting, doubledKey, invalidUTF8, swappedWord, controlCharacters
        case droppedHeader, doubledHeader, spoiltHeader, foreignHeaders, longText, wrongTopic
    }

    /// - Parameter other: a message of which parts are put in.
    mutating func spoil(_ message: ConsumedMessage, with other: ConsumedMessage) -> (message: ConsumedMessage, way: Way) {
        let way = Way.allCases[chance.below(Way.allCases.count)]
        var key = message.key
        var value = message.value
        var headers = Array(message.headers)
        var topic = message.topic
        switch way {
        case .droppedHeader: if !headers.isEmpty { headers.remove(at: chance.below(headers.count)) }
        case .doubledHeader: if let header = pick(headers) { headers.insert(header, at: chance.below(headers.count + 1)) }
        case .spoiltHeader:
            guard !headers.isEmpty else { break }
            let index = chance.below(headers.count)
            headers[index].value = headers[index].value.map { spoiltBytes($0, with: other.value ?? Data()) }
        case .foreignHeaders: headers = Array(other.headers)
        case .wrongTopic: topic = other.topic
        case .emptied: value = chance.happens(oneIn: 2) ? nil : Data()
        default: value = spoilt(value ?? Data(), way, with: other.value ?? Data())
        }
        if chance.happens(oneIn: 16) { key = chance.happens(oneIn: 2) ? nil : Data([0xFF, 0x00, 0x7F]) }
        return (
            ConsumedMessage(
                topic: topic, partition: message.partition, offset: message.offset, key: key, value: value, headers: headers,
                timestampMilliseconds: nil), way
        )
    }

    private mutating func spoilt(_ bytes: Data, _ way: Way, with other: Data) -> Data {
        switch way {
        case .truncated: bytes.prefix(chance.below(bytes.count + 1))
        case .spliced: bytes.prefix(chance.below(bytes.count + 1)) + other.suffix(chance.below(other.count + 1))
        case .hugeNumber: replacing(bytes, of: Self.isDigit, by: Self.numbers[chance.below(Self.numbers.count)])
        case .deepNesting: nested(bytes)
        case .doubledKey: doubled(bytes)
        case .invalidUTF8: inserting([0xC3, 0x28, 0xED, 0xA0, 0x80, 0xFF], into: bytes)
        case .controlCharacters: inserting(Array("\\u0000\\u001b\\ud800".utf8), into: bytes)
        case .longText: inserting([UInt8](repeating: 0x41, count: 1 << (4 + chance.below(14))), into: bytes)
        case .swappedWord: replacing(bytes, of: Self.isLetter, by: Self.words[chance.below(Self.words.count)])
        default: spoiltBytes(bytes, with: other)
        }
    }

    private static let numbers = [
        "-1", "0", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e309", "-1e-400", "0.1", "1E+5", "00", "-",
        "99999999999999999999999999999999999999999999999999",
    ]
    private static let words = [
        "", "null", "true", "C", "💥", "v1.k1.AAAA", "9999-99-99T99:99:99Z", "0001-01-01T00:00:00Z", "__proto__", "%s%n",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private mutating func spoiltBytes(_ bytes: Data, with other: Data) -> Data {
        var bytes = [UInt8](bytes)
        guard !bytes.isEmpty else { return other }
        for _ in 0...chance.below(4) { bytes[chance.below(bytes.count)] ^= 1 << UInt8(chance.below(8)) }
        return Data(bytes)
    }

    private mutating func inserting(_ more: [UInt8], into bytes: Data) -> Data {
        let place = chance.below(bytes.count + 1)
        return bytes.prefix(place) + Data(more) + bytes.dropFirst(place)
    }

    /// One run of such bytes by a text.
    private mutating func replacing(_ bytes: Data, of isWanted: (UInt8) -> Bool, by text: String) -> Data {
        let all = [UInt8](bytes)
        let starts = all.indices.filter { isWanted(all[$0]) && ($0 == 0 || !isWanted(all[$0 - 1])) }
        guard !starts.isEmpty else { return bytes }
        let start = starts[chance.below(starts.count)]
        let end = all[start...].firstIndex { !isWanted($0) } ?? all.count
        return Data(all[..<start]) + Data(text.utf8) + Data(all[end...])
    }

    private mutating func nested(_ bytes: Data) -> Data {
        let depth = 1 << (1 + chance.below(15))
        let (open, close) = chance.happens(oneIn: 2) ? ("[", "]") : ("{\"a\":", "}")
        let nest = String(repeating: open, count: depth) + "1" + (chance.happens(oneIn: 2) ? String(repeating: close, count: depth) : "")
        return replacing(bytes, of: Self.isDigit, by: nest)
    }

    /// A member of the object once more, with another's value.
    private mutating func doubled(_ bytes: Data) -> Data {
        guard bytes.last == UInt8(ascii: "}"), let text = String(data: bytes, encoding: .utf8) else { return bytes }
        let names = text.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        guard !names.isEmpty else { return bytes }
        let name = names[chance.below(names.count)]
        let value = ["null", "[]", "{}", "\"\"", "1"][chance.below(5)]
        return Data((text.dropLast() + ",\"\(name)\":\(value)}").utf8)
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[chance.below(list.count)] }
}
