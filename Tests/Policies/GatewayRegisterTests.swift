import Domain
import Foundation
import Testing

@testable import Policies

/// The register of gateways that open what they carry by keys of their own.
struct GatewayRegisterTests {
    private func faults(_ lines: String...) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "gateways-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(("gateways:\n" + lines.map { "  - \($0)\n" }.joined()).utf8).write(to: file)
        let media = try PolicyPackLoader.load(directory: PackFolder.china).notification.knownMedia
        do throws(PolicyError) {
            _ = try GatewayRegister.load(file: file, media: media)
            return []
        } catch {
            return error.faults.map { "\($0.line ?? 0) \($0.path) \($0.problem)" }
        }
    }

    @Test func eachMediumMayHaveItsGateway() throws {
        #expect(
            try faults(#"{gateway: sms-gateway, key: "A", media: [sms]}"#, #"{gateway: mail-room, key: "B", media: [letter, email]}"#)
                .isEmpty)
    }

    @Test func eachFaultIsNamedWithItsLine() throws {
        #expect(
            try faults(
                #"{gateway: sms-gateway, key: "A", media: [sms, fax]}"#, #"{gateway: sms-gateway, key: "B", media: [sms]}"#,
                #"{gateway: nobody, key: "C", media: []}"#) == [
                    "2 gateways[0].media[1] is not one of the media", "3 gateways[1].gateway is given twice",
                    "3 gateways[1].media[0] is carried twice", "4 gateways[2].media is empty",
                ])
    }
}
