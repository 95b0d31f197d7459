import Contracts
import Crypto
import Domain
import Foundation
import Policies
import Telemetry
import Testing

@testable import Runtime

/// A register of senders that is changed while the service runs.
@Suite struct RegisterWatchTests {
    private static let policies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL

    @Test func aKeyThatIsTakenAwayCommandsNoMoreAndABrokenRegisterChangesNothing() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "senders-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let (desk, other) = (try SigningKey.generate(), try SigningKey.generate())
        func write(_ names: [(String, SigningKey)]) throws {
            let lines = names.map { "  - {sender: \($0.0), key: \"\($0.1.verifyingKey.base64())\", roles: [handler], people: [\"*\"]}\n" }
            try Data(("senders:\n" + lines.joined()).utf8).write(to: file)
        }
        try write([("desk", desk)])
        let roles = try RolePolicy.load(directory: Self.policies)
        let gate = try CommandGate(SenderRegister.load(file: file, roles: roles), roles: roles, mode: .required)
        let recorder = LogRecorder()
        let watch = RegisterWatch(file, roles: roles, gate: gate, logger: Logger(level: .info, format: .json, sink: recorder.sink))
        func isLetIn(_ key: SigningKey) throws -> Bool {
            var event = CommandMessage(.accept, complaint: "C1", by: "10086").event(id: "1")
            try EventSignature.sign(&event, with: key)
            return gate.refusal(of: event, by: "10086") == nil
        }
        #expect(try isLetIn(desk) && !isLetIn(other))

        try write([("desk", desk), ("other", other)])
        watch.look()
        #expect(try isLetIn(desk) && isLetIn(other), "a new key is let in beside the old one")

        try write([("other", other)])
        watch.look()
        #expect(try !isLetIn(desk) && isLetIn(other))

        try Data("senders: [{sender: x}]\n".utf8).write(to: file)
        watch.look()
        watch.look()
        #expect(try !isLetIn(desk) && isLetIn(other))
        #expect(recorder.lines.count { $0.contains("cannot be used") } == 1, "it is said once")
    }
}
