import Files
import Foundation
import Testing

@Suite struct LocalFileTests {
    private static let folder: String = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "local-file-tests-\(UUID().uuidString)")
        #expect(throws: Never.self) { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        return folder.path
    }()

    @Test func whatIsWrittenIsReadAgainAndReplacesWhatWasThere() throws {
        let path = Self.folder + "/report.csv"
        try LocalFile.write("一行\n", to: path)
        try LocalFile.write("二行\n", to: path)
        #expect(try LocalFile.text(path) == "二行\n")
        #expect(try LocalFile.read(path) == Data("二行\n".utf8))
    }

    @Test func aFileThatIsNotThereIsNamed() {
        #expect(throws: FileError("nofile", use: .read, .missing)) { try LocalFile.read("nofile") }
        #expect("\(FileError("nofile", use: .read, .missing))" == "there is no file nofile")
    }

    @Test func aFolderIsNoFile() {
        #expect(throws: FileError(Self.folder, use: .read, .isFolder)) { try LocalFile.text(Self.folder) }
        #expect(throws: FileError(Self.folder, use: .written, .isFolder)) { try LocalFile.write("x", to: Self.folder) }
    }

    @Test func aFolderThatIsNotThereIsNamedWhereAFileIsToBeWritten() throws {
        let error = try #require(throws: FileError.self) { try LocalFile.write("x", to: "/nope/x") }
        #expect(error.description == "/nope/x cannot be written: there is no folder /nope")
    }

    @Test func bytesThatAreNoTextAreSaidWithTheirLine() throws {
        let path = Self.folder + "/gbk.csv"
        try Data([0x61, 0x0A, 0xD6, 0xD0, 0x0A]).write(to: URL(filePath: path))
        #expect(throws: FileError(path, use: .read, .notText(line: 2))) { try LocalFile.text(path) }
        #expect(throws: FileError(path, use: .read, .tooLong(limit: 4))) { try LocalFile.text(path, limit: 4) }
    }

    @Test func aDeviceIsWrittenThroughAndStaysADevice() throws {
        try LocalFile.write("x", to: "/dev/null")
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }
}
