import Embedded
import Foundation
import Testing

@Suite struct TemporaryDirectoryTests {
    @Test func aFolderGoesWithItsLastReference() throws {
        var folder: TemporaryDirectory? = try TemporaryDirectory(named: "reference")
        let path = try #require(folder?.path)
        try Data("x".utf8).write(to: URL(filePath: path).appending(path: "file"))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aFolderThatIsStillHeldGoesWhenTheProcessEnds() async throws {
        let ended = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            let folder = try TemporaryDirectory(named: "exit")
            print("left:\(folder.path):")
            withExtendedLifetime(folder) { exit(EXIT_SUCCESS) }
        }
        let output = String(decoding: ended.standardOutputContent, as: UTF8.self)
        let path = try #require(output.firstMatch(of: #/left:(.+):/#)).output.1
        #expect(!FileManager.default.fileExists(atPath: String(path)))
    }
}
