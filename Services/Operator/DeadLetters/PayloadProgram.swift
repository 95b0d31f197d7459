import Foundation

/// A program of the operator's that puts payloads right: a line as a shell takes it.
struct PayloadProgram {
    private let line: String

    init(_ line: String) {
        self.line = line
    }

    /// What the program makes of a payload; `nil` where it fails. What it says on its error output is shown as it is.
    ///
    /// - Throws: where no shell can be started, or the payload cannot be lent to it.
    func output(for payload: Data) throws -> Data? {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.standardInput = try Self.lent(payload)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
        return written
    }

    /// The payload as a file without a name, in memory where there is such a folder: nobody else can open it, nothing of it stays, and a program
    /// that reads none of it blocks nobody.
    private static func lent(_ payload: Data) throws -> FileHandle {
        let memory = URL(filePath: "/dev/shm")
        let folder = FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        let file = folder.appending(path: "redress-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: file.path, contents: payload, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let handle = try FileHandle(forReadingFrom: file)
        try FileManager.default.removeItem(at: file)
        return handle
    }
}
