import Contracts
import Crypto
import Domain
import Foundation
import Policies
import Synchronization
import Testing

@testable import Runtime

/// Who may give which command, by the shipped roles.
@Suite struct CommandGateTests {
    private static let policies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL

    private let desk: SigningKey
    private let zhang: SigningKey
    private let roles: RolePolicy
    private let register: SenderRegister

    init() throws {
        desk = try SigningKey.generate()
        zhang = try SigningKey.generate()
        roles = try RolePolicy.load(directory: Self.policies)
        register = SenderRegister(senders: [
            .init(sender: "desk-network", key: desk.verifyingKey.base64(), roles: ["handler", "dispatcher"], people: ["*"]),
            .init(sender: "approver-zhang", key: zhang.verifyingKey.base64(), roles: ["approver", "handler"], people: ["20017"]),
        ])
    }

    private func refusal(
        _ message: CommandMessage, by key: SigningKey?, mode: CommandGate.Mode = .required, unsigned: @escaping @Sendable () -> Void = {}
    ) throws -> CommandGate.Refusal? {
        var event = message.event(id: "42")
        if let key { try EventSignature.sign(&event, with: key) }
        return try CommandGate(register, roles: roles, mode: mode, unsigned: unsigned).refusal(of: event, by: message.by)
    }

    @Test func aSenderGivesTheCommandsOfItsRolesAndNoOthers() throws {
        #expect(try refusal(CommandMessage(.accept, complaint: "C1", by: "10086"), by: desk) == nil)
        let approval = try #require(try refusal(CommandMessage(.approve, complaint: "C1", by: "10086"), by: desk))
        #expect(approval.sender == "desk-network")
        #expect(approval.fault.description == "type may not be commanded by desk-network; expected one of the roles approver")
        #expect(try refusal(CommandMessage(.approve, complaint: "C1", by: "20017"), by: zhang) == nil)
    }

    @Test func aPersonsKeySpeaksForThatPersonAlone() throws {
        let other = try #require(try refusal(CommandMessage(.approve, complaint: "C1", by: "20018"), by: zhang))
        #expect(other.fault.field == "data.by")
        #expect(!other.fault.description.contains("20018"), "a fault never holds the value")
    }

    @Test func withoutASignatureNothingIsLetInUnlessSendersAreStillLearning() throws {
        let accept = CommandMessage(.accept, complaint: "C1", by: "10086")
        let unsigned = try #require(try refusal(accept, by: nil))
        #expect(unsigned.sender == nil && unsigned.fault.problem == "is missing")
        let count = Counted()
        #expect(try refusal(accept, by: nil, mode: .optional, unsigned: { count.note() }) == nil)
        #expect(try refusal(accept, by: desk, mode: .optional, unsigned: { count.note() }) == nil)
        #expect(count.value == 1, "the signed one is not counted")
        #expect(try refusal(accept, by: SigningKey.generate(), mode: .optional)?.fault.problem == "is not by a known key")
        #expect(CommandGate.open.refusal(of: accept.event(id: "1"), by: "10086") == nil)
    }

    @Test func everyCommandOfTheContractHasItsRoles() {
        for type in WorkOrderCommand.Name.allCases.map(\.type) + ClaimCommand.Name.allCases.map(\.type) {
            #expect(roles.roles(mayGive: type)?.isEmpty == false, "\(type)")
        }
        #expect(roles.roles(mayGive: "accept") == nil && roles.roles(mayGive: "") == nil)
    }

    @Test func aKeyThatIsNoneIsSaidToWhoStartsTheService() {
        let broken = SenderRegister(senders: [.init(sender: "desk", key: "AAAA", roles: ["handler"], people: ["*"])])
        let error = #expect(throws: PolicyError.self) { try CommandGate(broken, roles: roles, mode: .required) }
        #expect(error?.faults.map(\.path) == ["desk"])
    }

    private final class Counted: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func note() { count.add(1, ordering: .relaxed) }
    }
}
