import Embedded
import Foundation
import Testing

/// A program run to its end.
struct Run {
    let status: Int32?
    let output: String
    let errors: String

    /// - Parameter input: what it reads, written to a file first.
    init(_ program: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = [:], seconds: Double = 60) throws {
        let folder = try TemporaryDirectory(named: "run")
        if let input { try input.write(to: URL(filePath: folder.appending("in"))) }
        let child = try ChildProcess(
            program, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: input == nil ? .nothing : .file(folder.appending("in")), output: .file(folder.appending("out")),
            errors: .file(folder.appending("err")))
        if case .exited(let status) = child.wait(within: seconds) { self.status = status } else { status = nil }
        output = String(decoding: try Data(contentsOf: URL(filePath: folder.appending("out"))), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(filePath: folder.appending("err"))), as: UTF8.self)
    }

    /// Runs a program that must succeed, and gives what it wrote.
    static func output(
        of program: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let run = try Run(program, arguments, input: input, environment: environment)
        try #require(run.status == 0, "\(program): \(run.errors)\(run.output)", sourceLocation: location)
        return run.output
    }
}
