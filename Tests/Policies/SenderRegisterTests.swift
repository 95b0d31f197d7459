import Domain
import Foundation
import Testing

@testable import Policies

/// The register of those who sign commands.
struct SenderRegisterTests {
    private func faults(_ lines: String...) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "senders-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(("senders:\n" + lines.map { "  - \($0)\n" }.joined()).utf8).write(to: file)
        let roles = try RolePolicy.load(directory: PackFolder.china)
        do throws(PolicyError) {
            _ = try SenderRegister.load(file: file, roles: roles)
            return []
        } catch {
            return error.faults.map { "\($0.line ?? 0) \($0.path) \($0.problem)" }
        }
    }

    @Test func whoeverHasAKeyARoleAndPeopleMaySign() throws {
        #expect(
            try faults(
                #"{sender: desk, key: "A", roles: [handler, dispatcher], people: ["*"]}"#,
                #"{sender: zhang, key: "B", roles: [approver], people: ["20017"]}"#
            ).isEmpty)
    }

    @Test func oneSenderOfManyCannotMakeAndCheck() throws {
        let twoHats = #"{sender: desk, key: "A", roles: [handler, approver], people: ["*"]}"#
        #expect(try faults(twoHats).count == 1, "S198: who finds the liability does not approve the claim")
        #expect(try faults(twoHats.replacing("approver", with: "reviewer")).count == 1, "S149: an answer is reviewed by another")
        #expect(try faults(twoHats.replacing(#"["*"]"#, with: #"["1", "2"]"#)).count == 1)
        #expect(
            try faults(twoHats.replacing(#"["*"]"#, with: #"["1"]"#)).isEmpty, "one person is kept from checking by the staff number itself"
        )
    }

    @Test func eachFaultIsNamedWithItsLine() throws {
        #expect(
            try faults(
                #"{sender: desk, key: "A", roles: [handler], people: ["*"]}"#,
                #"{sender: desk, key: "A", roles: [boss], people: []}"#
            ) == [
                "3 senders[1].sender is given twice", "3 senders[1].key is another sender's too",
                "3 senders[1].roles[0] is not one of the roles", "3 senders[1].people is empty",
            ])
        #expect(try faults(#"{sender: desk, keys: "A", roles: [handler], people: ["*"]}"#).count == 1)
    }
}
