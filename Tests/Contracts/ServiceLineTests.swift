import Contracts
import Domain
import Foundation
import Seeded
import Testing

/// One number is one line, whoever writes it how.
struct ServiceLineTests {
    @Test(arguments: [
        "13900130001", "+8613900130001", "008613900130001", "8613900130001", "+86 139-0013-0001", " 13900130001 ", "１３９００１３０００１",
        "\u{202D}13900130001\u{202C}",
        "13900130001\u{200B}", "\u{FEFF}13900130001", "13900130001\u{A0}", "\u{3000}13900130001", "(+86) 139 0013 0001", "139.0013.0001",
        "＋86（139）0013－0001", "013900130001", "+86 0139 0013 0001", "0086-139-0013-0001", "+008613900130001", "139\u{2011}0013\u{2013}0001",
    ])
    func aMobileNumberHasOneSpelling(text: String) throws {
        let line = try ServiceLine(text)
        #expect(line.key == "13900130001")
        #expect(line.masked == "139****0001")
    }

    @Test(
        arguments: [
            (
                "02586001234",
                [
                    "02586001234", "+862586001234", "00862586001234", "025-86001234", "(025)8600 1234", "+86 (0)25 8600 1234",
                    "862586001234", "+8602586001234",
                ]
            ),
            ("01062345678", ["01062345678", "+861062345678", "010-6234-5678", "861062345678"]),
            ("03757654321", ["03757654321", "+863757654321", "0375-7654321", "+86 375 765 4321"]),
            ("075586001234", ["075586001234", "+8675586001234", "0755 8600 1234", "8675586001234"]),
            ("4008100000", ["4008100000", "400-810-0000", "+864008100000", "04008100000"]),
            ("8008100000", ["8008100000", "800 810 0000"]),
            ("10000", ["10000", "+8610000", "１００００", "1 0000", "0086 10000"]), ("95588", ["95588", "+8695588"]), ("110", ["110"]),
            ("1064812345678", ["1064812345678", "+861064812345678", "861064812345678"]),
            ("1410012345678", ["1410012345678", "0086 1410012345678"]),
            ("+442079460000", ["+442079460000", "00442079460000", "+44 20 7946 0000", "+44-20-7946-0000"]),
            ("+85221234567", ["+85221234567", "0085221234567", "+852 2123 4567"]),
        ])
    func everyOtherNumberOfThePlanHasOneSpellingToo(key: String, texts: [String]) throws {
        for text in texts { #expect(try ServiceLine(text).key == key, "\(text)") }
    }

    @Test(arguments: ["86001234", "2586001234", "2886001234", "123456789", "700123", "86123456", "999999999999999"])
    func whatIsNoneOfThePlanStaysAsItIsWritten(text: String) throws {
        #expect(try ServiceLine(text).key == text, "no zero is guessed")
    }

    @Test(arguments: [
        ("1.39E+10", "is a number as a spreadsheet rounds it"), ("1.39001e10", "is a number as a spreadsheet rounds it"),
        ("13900140005.0", "is a number as a spreadsheet rounds it"), ("025.86001234", "is a number as a spreadsheet rounds it"),
        ("025-86001234-801", "is not a number of China's numbering plan"), ("+861390013000", "is not a number of China's numbering plan"),
        ("+86 25", "is not a number of China's numbering plan"), ("8600-1234", "is not a number of China's numbering plan"),
        ("13900130001/13900130002", "has other characters than digits"), ("139+0013", "has other characters than digits"),
        ("++8613900130001", "has other characters than digits"), ("13900130001转801", "has letters"), ("1390013OOO1", "has letters"),
        ("١٣٩٠٠١٣٠٠٠١", "has other characters than digits"), ("", "is empty"), ("+", "is too short"), (" - ", "is too short"),
        ("12", "is too short"),
        ("123456789012345678901", "is too long"), (String(repeating: " ", count: 200), "is too long"),
    ])
    func anythingElseIsRefusedByName(text: String, problem: String) {
        let fault = #expect(throws: Fault.self) { try ServiceLine(text) }
        #expect(fault?.field == "data.line")
        #expect(fault?.problem == problem)
    }

    @Test(arguments: ["1.39001E10", "1.39E10", "2.86e10", "1E-5", "1e-05"])
    func anAccountThatASpreadsheetHasRoundedIsRefused(text: String) {
        let fault = #expect(throws: Fault.self) { try ServiceLine(text, kind: .account) }
        #expect(fault?.description == "data.line is a number as a spreadsheet rounds it; expected all its digits, from a column of text")
    }

    @Test(arguments: ["5e3", "e10", "njadsl1234@163.gd", "1.5.2e10", "12e", "1e1000"])
    func anAccountOfLettersAndDigitsIsNoRoundedNumber(text: String) throws {
        #expect(try ServiceLine(text, kind: .account).key == text)
    }

    /// The token of a registered line stays the line's: what was canonical before is so now.
    @Test func aCanonicalSpellingIsItsOwn() throws {
        var random = SplitMix64(seed: 13)
        for _ in 0..<2_000 {
            let mobile = "1\(3 + random.below(7))" + String(100_000_000 + random.below(900_000_000))
            let fixed = ["010", "02\(random.below(10))"][random.below(2)] + String(20_000_000 + random.below(70_000_000))
            let area = "0\(3 + random.below(7))" + String(10 + random.below(90)) + String(2_000_000 + random.below(80_000_000))
            for text in [
                mobile, fixed, area, "400" + String(1_000_000 + random.below(9_000_000)),
                "+1" + String(2_000_000_000 + random.below(9_000_000)),
            ] {
                let line = try ServiceLine(text)
                if text.hasPrefix("0400") || text.hasPrefix("0800") { continue }
                #expect(line.key == text)
            }
        }
    }

    @Test func whateverIsTakenIsWrittenInASpellingThatIsReadBackTheSame() throws {
        var random = SplitMix64(seed: 1313)
        let pieces = [
            "0", "1", "3", "8", "86", "00", "139", "025", "400", "+", "-", " ", ".", "(", ")", "\u{200B}", "１", "\u{3000}", "E",
            "13900130001", "025860012",
        ]
        var taken = 0
        for _ in 0..<20_000 {
            let text = (0..<(1 + random.below(8))).map { _ in pieces[random.below(pieces.count)] }.joined()
            guard let line = try? ServiceLine(text) else { continue }
            taken += 1
            #expect(try ServiceLine(line.key).key == line.key, "\(text)")
            #expect(line.key.utf8.dropFirst(line.key.hasPrefix("+") ? 1 : 0).allSatisfy { (48...57).contains($0) })
            #expect(ServiceLine.tokenInput(ofMessageKey: text) == line.tokenInput)
        }
        #expect(taken > 1_000)
    }

    @Test(arguments: [
        ("+86 139-0013-0001", "13900130001"), ("１３９００１３０００１", "13900130001"), ("wang@example.org", "wang@example.org"),
        ("王芳 13900130001", "王芳 13900130001"),
        ("2026-09-30", "2026-09-30"), ("13900130001 / 13900130002", "13900130001 / 13900130002"),
    ])
    func aContactThatIsATelephoneHasTheSameSpelling(text: String, contact: String) throws {
        let data =
            #"{"line":"13800138000","channel":"hotline","province":"CN-JS","contact":"\#(text)","receivedAt":"2026-03-02T01:15:00Z"}"#
        let message = try IntakeReader.read(IntakeReaderTests.event(data), guard: PlainGuard())
        guard case .submission(let submission) = try message.content.get() else {
            Issue.record("not a submission")
            return
        }
        #expect(try PersonalData(json: PlainGuard.open(submission.personal, context: SealContext.personal)).contact == contact)
    }

    @Test func aContactThatASpreadsheetHasRoundedIsRefused() throws {
        let data =
            #"{"line":"13800138000","channel":"hotline","province":"CN-JS","contact":"1.39E+10","receivedAt":"2026-03-02T01:15:00Z"}"#
        let message = try IntakeReader.read(IntakeReaderTests.event(data), guard: PlainGuard())
        #expect(
            message.content
                == .invalid(
                    Fault(
                        field: "data.contact", problem: "is a number as a spreadsheet rounds it",
                        expected: "all its digits, from a column of text")))
    }
}
