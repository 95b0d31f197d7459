import Embedded
import Foundation
import Testing

struct ChildProcessTests {
    @Test func itsLinesAndItsEndAreSeen() throws {
        let child = try ChildProcess("sh", ["-c", "echo one; echo two >&2; printf three; exit 3"], output: .lines, errors: .lines)
        #expect(child.standardOutput?.first(within: 10) { $0 == "three" } == "three")
        #expect(child.standardError?.first(within: 10) { _ in true } == "two")
        #expect(child.wait(within: 10) == .exited(3))
        #expect(child.standardOutput?.all == ["one", "three"])
        #expect(!child.isRunning)
    }

    @Test func aLineThatNeverComesEndsTheWaitWithTheOutput() throws {
        let child = try ChildProcess("sh", ["-c", "echo one"], output: .lines)
        #expect(child.standardOutput?.first(within: 10) { $0 == "two" } == nil)
    }

    @Test func aKillReachesItsChildrenToo() throws {
        let child = try ChildProcess("sh", ["-c", "sleep 600 & echo $!; wait"], output: .lines)
        let grandchild = try #require(child.standardOutput?.first(within: 10) { Int32($0) != nil })
        child.kill()
        #expect(child.wait(within: 10) == .signalled(9))
        // Both shared the pipe: it ends only when the grandchild is gone as well.
        #expect(child.standardOutput?.waitForEnd(within: 10) == true, "process \(grandchild) outlived the kill")
    }

    @Test func aFrozenProcessDoesNotEndUntilItGoesOn() throws {
        let child = try ChildProcess("sh", ["-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.02; done"], output: .lines)
        _ = try #require(child.standardOutput?.first(within: 10) { $0 == "ready" })
        child.suspend()
        child.terminate()
        #expect(child.wait(within: 0.2) == nil)
        child.resume()
        #expect(child.wait(within: 10) == .exited(7))
    }

    @Test func inputStaysOpenUntilItIsClosed() throws {
        let child = try ChildProcess("cat", input: .open)
        #expect(child.wait(within: 0.1) == nil)
        child.closeInput()
        #expect(child.wait(within: 10) == .exited(0))
    }

    @Test func folderAndEnvironmentAreTheOnesAskedFor() throws {
        let folder = try TemporaryDirectory(named: "child")
        let child = try ChildProcess(
            "/bin/sh", ["-c", "pwd -P; echo $WORD"], environment: ["WORD": "投诉"], workingDirectory: folder.path, output: .lines)
        #expect(child.wait(within: 10) == .exited(0))
        #expect(child.standardOutput?.waitForEnd(within: 10) == true)
        #expect(child.standardOutput?.all.last == "投诉")
        #expect(child.standardOutput?.all.first?.hasSuffix((folder.path as NSString).lastPathComponent) == true)
    }

    @Test func aProgramThatIsNotThereIsSaidByName() {
        #expect { try ChildProcess("no-such-program-anywhere") } throws: { "\($0)".contains("no-such-program-anywhere") }
    }

    @Test func whatItStartedDiesWithUs() throws {
        let folder = try TemporaryDirectory(named: "guard")
        let left = folder.appending("left")
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
        let child = try ChildProcess("sh", ["-c", "sleep 600; echo never"], output: .lines, leftovers: [left])
        child.abandon()
        #expect(child.wait(within: 10) == .signalled(15))
        let watch = try ChildProcess("sh", ["-c", "while [ -e \"$0\" ]; do sleep 0.02; done", left])
        #expect(watch.wait(within: 10) == .exited(0), "the guard left \(left) behind")
    }
}
