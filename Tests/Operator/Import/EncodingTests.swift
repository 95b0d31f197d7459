import Contracts
import Domain
import Foundation
import Testing
import TextDecoding

@testable import OperatorService

@Suite struct EncodingTests {
    private static let header = Array("line,channel,province,category,customer,contact,description,receivedAt\r\n".utf8)
    private static let time = Array("2026-11-27T09:00:00+08:00\r\n".utf8)

    /// A file of one row with these bytes as the customer's name and as the description.
    private static func file(_ customer: [UInt8], _ description: [UInt8]) -> Data {
        Data(
            header + Array("13900120009,hotline,CN-GD,service,".utf8) + customer + Array(",13900120009,".utf8) + description + [0x2C] + time
        )
    }

    /// 赵六, 手机停机 and 停止通知 in GBK.
    private static let zhaoLiu: [UInt8] = [0xD5, 0xD4, 0xC1, 0xF9]
    private static let phoneStopped: [UInt8] = [0xCA, 0xD6, 0xBB, 0xFA, 0xCD, 0xA3, 0xBB, 0xFA]
    private static let stopNotice: [UInt8] = [0xCD, 0xA3, 0xD6, 0xB9, 0xCD, 0xA8, 0xD6, 0xAA]

    private func refusal(_ bytes: Data, encoding: TextEncoding? = nil, format: ImportFile.Format = .csv) -> RowFault? {
        do throws(RowFault) {
            var file = try ImportFile(bytes, format: format, mapping: nil, encoding: encoding, source: "/x", rebasedTo: nil)
            while try file.next() != nil {}
            return nil
        } catch {
            return error
        }
    }

    private func description(_ bytes: Data, encoding: TextEncoding) throws -> String {
        var file = try ImportFile(bytes, format: .csv, mapping: nil, encoding: encoding, source: "/x", rebasedTo: nil)
        return String(decoding: try #require(try file.next()).event.data, as: UTF8.self)
    }

    @Test func aFileInGBKIsRefusedWholeWithItsPlaceAndTheLikelyEncoding() throws {
        let fault = try #require(refusal(Self.file(Self.zhaoLiu, Self.phoneStopped)))
        #expect(fault.line == 2)
        #expect(fault.fault.field == "column 5")
        #expect(fault.fault.problem == "is not UTF-8; the file looks like GBK")
        #expect(fault.fault.expected.contains("--encoding gbk"))
    }

    @Test func aFirstLineInGBKIsRefusedAtItsFirstColumn() throws {
        let fault = try #require(refusal(Data(Self.zhaoLiu + [0x2C] + Self.phoneStopped + Array("\r\n1,2\r\n".utf8))))
        #expect(fault.line == 1)
        #expect(fault.fault.field == "column 1")
        #expect(fault.fault.problem.contains("looks like GBK"))
    }

    @Test(arguments: [
        (String.Encoding.utf16LittleEndian, [UInt8]([0xFF, 0xFE]), "UTF-16 (little-endian)"),
        (.utf16BigEndian, [0xFE, 0xFF], "UTF-16 (big-endian)"),
        (.utf16LittleEndian, [], "UTF-16 (little-endian)"),
        (.utf16BigEndian, [], "UTF-16 (big-endian)"),
    ])
    func aFileInUTF16IsRefusedByItsNameWithAndWithoutItsMark(_ encoding: String.Encoding, _ mark: [UInt8], _ name: String) throws {
        let text = try #require("line,channel,province\r\n13900120009,hotline,CN-GD\r\n".data(using: encoding))
        let fault = try #require(refusal(Data(mark) + text))
        #expect(fault.line == 1)
        #expect(fault.fault.problem == "is not UTF-8; the file looks like \(name)")
    }

    @Test(arguments: [EncodingTests.stopNotice, [0xCD, 0xAF, 0xCD, 0xBF], [0xCD, 0xA8, 0xD0, 0xA1], [0xDE, 0xB9, 0xD2, 0xBB]])
    func bytesOfGBKThatAreValidUTF8ByChanceAreNotTakenInSilence(_ bytes: [UInt8]) throws {
        try #require(String(validating: bytes, as: UTF8.self) != nil)
        let fault = try #require(refusal(Self.file(Array("Zhao".utf8), bytes)))
        #expect(fault.line == 2)
        #expect(fault.fault.field == "column 7")
        #expect(fault.fault.problem.contains("looks like GBK"))
    }

    @Test func whatIsRightAsItIsGoesWhereTheEncodingIsGiven() {
        #expect(refusal(Self.file(Array("Zhao".utf8), Self.stopNotice), encoding: .utf8) == nil)
    }

    @Test(arguments: [
        "Müller, François, Ångström, naïve", "Привет из Москвы", "Ελληνικά μέ τόνο", "שָׁלוֹם", "مُحَمَّد", "e\u{301}te\u{301}",
        "客户甲 ½ 价 5°C µ £10", "ئۇيغۇرچە",
        "Nguyễn Thị Hường", "o\u{2BB}zbek", "👨‍👩‍👧 1️⃣", "Ёлка, Їжак", "Zoë Å",
    ])
    func writingThatPeopleUseIsNoJumble(_ text: String) {
        #expect(MisreadGBK.firstJumble(in: Data(text.utf8)) == nil)
    }

    @Test func theEncodingGivenIsTheOneItIsReadBy() throws {
        #expect(try description(Self.file(Self.zhaoLiu, Self.stopNotice), encoding: .gbk).contains(#""description":"停止通知""#))
        #expect(try description(Self.file(Self.zhaoLiu, Self.stopNotice), encoding: .gbk).contains(#""customer":"赵六""#))
    }

    @Test(arguments: [
        (TextEncoding.utf16, String.Encoding.utf16LittleEndian, [UInt8]([0xFF, 0xFE])), (.utf16, .utf16BigEndian, [0xFE, 0xFF]),
        (.utf16, .utf16LittleEndian, []), (.utf16LittleEndian, .utf16LittleEndian, []), (.utf16BigEndian, .utf16BigEndian, [0xFE, 0xFF]),
    ])
    func utf16IsReadInEitherOrder(_ encoding: TextEncoding, _ written: String.Encoding, _ mark: [UInt8]) throws {
        let row = "line,channel,province,description,receivedAt\n13900120009,hotline,CN-GD,停机😀,2026-11-27T09:00:00+08:00\n"
        let text = try #require(row.data(using: written))
        #expect(try description(Data(mark) + text, encoding: encoding).contains("停机😀"))
    }

    @Test func bytesThatTheEncodingGivenDoesNotHaveAreRefusedWithTheirPlace() throws {
        let fault = try #require(refusal(Self.file(Self.zhaoLiu, [0xBB, 0x2C, 0xFF, 0x2C]), encoding: .gbk))
        #expect(fault.line == 2)
        #expect(fault.fault.problem == "is not text in GBK")
    }

    @Test func halfACharacterAtTheEndIsRefused() {
        #expect(throws: TextDecodingError.self) { try TextDecoder.utf8(Data([0x41, 0xBB]), from: .gbk) }
        #expect(throws: TextDecodingError.self) { try TextDecoder.utf8(Data([0x41, 0x00, 0x3D, 0xD8]), from: .utf16LittleEndian) }
    }

    @Test func oneBrokenByteOfAFileInUTF8IsAFaultOfItsRowAlone() throws {
        let good = "13900120009,hotline,CN-GD,好,2026-11-27T09:00:00+08:00\n"
        let bytes = Data("line,channel,province,description,receivedAt\n\(good)1390,hotline,CN-GD,".utf8) + [0xE5] + Data(",x\n".utf8)
        let fault = try #require(refusal(bytes))
        #expect(fault.line == 3)
        #expect(fault.fault.problem == "is not valid UTF-8")
    }

    @Test func linesOfJSONAreJudgedLikeCells() throws {
        let line = Array(#"{"line":"13900120009","customer":""#.utf8) + Self.zhaoLiu + Array("\"}\n".utf8)
        let fault = try #require(refusal(Data(line), format: .jsonl))
        #expect(fault.fault.field == "character 35")
        #expect(fault.fault.problem.contains("looks like GBK"))
    }

    @Test(arguments: [("UTF8", TextEncoding.utf8), ("GB2312", .gbk), ("gb18030", .gbk), ("Cp936", .gbk), ("utf-16le", .utf16LittleEndian)])
    func anEncodingIsKnownByItsUsualNames(_ name: String, _ encoding: TextEncoding) {
        #expect(TextEncoding(name: name) == encoding)
    }
}
