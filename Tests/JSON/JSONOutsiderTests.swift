import Foundation
import JSON
import Testing

/// Python's `json` judges: what we read and write again must be the same document to it.
@Suite struct JSONOutsiderTests {
    /// 200 documents, one a line, of every type, spacing and way to escape; the seed makes them the same each time.
    private static let generator = #"""
        import json, random, sys
        r = random.Random(20260131)
        letters = ['a', 'Z', '"', '\\', '/', '\n', '\t', '\0', '\x1f', ' ', '{', ']', ',', ':', 'é', '投', '诉', '\u2028', '\U0001F600', '\U0010FFFF']
        def text():
            return ''.join(r.choice(letters) for _ in range(r.choice([0, 1, 3, 8, 60])))
        def number():
            return r.choice([0, -1, r.randrange(-2**63, 2**64), r.random(), r.uniform(-1e300, 1e300), 5e-324, 1e22, -0.0, 1.0, r.randrange(1000) / 8])
        def value(depth):
            kind = r.randrange(4 if depth > 3 else 7)
            if kind == 0: return text()
            if kind == 1: return number()
            if kind == 2: return r.choice([True, False, None])
            if kind == 3: return r.choice([[], {}, ''])
            if kind == 4: return [value(depth + 1) for _ in range(r.randrange(6))]
            return {text(): value(depth + 1) for _ in range(r.randrange(8))}
        for i in range(200):
            document = {text() + str(n): value(1) for n in range(r.randrange(1, 12))}
            line = json.dumps(document, ensure_ascii=r.random() < 0.5, separators=r.choice([(',', ':'), (' , ', ' :\t')]))
            print(r.choice(['', ' ']) + line + r.choice(['', ' \r']))
        """#

    /// Reads pairs of lines and says how many are the same document, names, order, types and all.
    private static let judge = #"""
        import json, sys
        lines = [line for line in sys.stdin.buffer.read().decode('utf-8').split('\n') if line]
        pairs = list(zip(lines[0::2], lines[1::2]))
        same = sum(1 for ours, theirs in pairs if json.dumps(json.loads(ours)) == json.dumps(json.loads(theirs)))
        print(len(pairs), same)
        """#

    @Test func twoHundredRandomDocumentsComeBackAsPythonKnowsThem() throws {
        let documents = try python(Self.generator).split(separator: UInt8(ascii: "\n"))
        #expect(documents.count == 200)
        let reader = try JSONReader()
        var pairs = Data()
        for document in documents {
            var writer = JSONWriter()
            let root = try reader.parseElement(document)
            try copy(root, to: &writer)
            pairs += document + [0x0A] + writer.data + [0x0A]
            // What is given on undecoded must be the same document too, member by member.
            for (name, value) in try root.object().members() {
                let raw = try value.rawData()
                pairs += raw + [0x0A]
                var single = JSONWriter()
                try copy(try root.object().element(name), to: &single)
                pairs += single.data + [0x0A]
            }
        }
        let verdict = String(decoding: try python(Self.judge, input: pairs), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let count = pairs.count { $0 == 0x0A } / 2
        #expect(count > 1000)
        #expect(verdict.map { Int($0) } == [count, count])
    }

    private func copy(_ element: JSONElement, to writer: inout JSONWriter) throws {
        switch try element.kind() {
        case .null: writer.null()
        case .bool: writer.value(try element.bool())
        case .string: writer.value(try element.string())
        case .number: writer.value(try element.double())
        case .integer:
            let isNegative = try element.rawData().first == UInt8(ascii: "-")
            if isNegative { writer.value(try element.int()) } else { writer.value(try element.unsigned()) }
        case .array:
            writer.beginArray()
            for inner in try element.elements() { try copy(inner, to: &writer) }
            writer.endArray()
        case .object:
            writer.beginObject()
            for (name, inner) in try element.object().members() {
                writer.name(name)
                try copy(inner, to: &writer)
            }
            writer.endObject()
        }
    }

    private func python(_ program: String, input: Data = Data()) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-X", "utf8", "-c", program]
        let output = Pipe()
        let file = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString).jsonl")
        try input.write(to: file)
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try FileManager.default.removeItem(at: file)
        #expect(process.terminationStatus == 0)
        return answer
    }
}
