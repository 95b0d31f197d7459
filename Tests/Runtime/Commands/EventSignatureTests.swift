import Contracts
import Crypto
import Domain
import Foundation
import Testing

@testable import Runtime

/// Signed events, by the CloudEvents extension "Verifiable CloudEvents with DSSE".
@Suite struct EventSignatureTests {
    private let key: SigningKey
    private let keys: [String: VerifyingKey]

    init() throws {
        key = try SigningKey(Data(repeating: 3, count: 32))
        keys = [key.verifyingKey.id: key.verifyingKey]
    }

    private func command() throws -> CloudEvent {
        var message = CommandMessage(.transfer, complaint: "C20260302003000127", by: "10086")
        message.to = "network-operations"
        message.reason = "故障在基站"
        var event = message.event(id: "42", time: Instant(milliseconds: 1_772_413_200_123))
        try EventSignature.sign(&event, with: key)
        return event
    }

    private func fault(_ event: CloudEvent, _ keys: [String: VerifyingKey]? = nil) -> Fault? {
        do throws(Fault) {
            _ = try EventSignature.signer(of: event, among: keys ?? self.keys)
            return nil
        } catch {
            return error
        }
    }

    @Test func theDigestIsThatOfTheExtensionsOwnExample() {
        // Case 5 of its test vectors, the one whose data can be written in one way only.
        var event = CloudEvent(id: "1", source: "example/uri", type: "example.type.binary", data: Data("🤡".utf8))
        event.dataContentType = "application/octet-stream"
        #expect(EventSignature.coreDigest(of: event).base64EncodedString() == "qCSeiZkS+hH9WiClfq6plfqYNVy2kvxWRfoBrLEzoDk=")
    }

    @Test func aTimeCountsToTheSecondInWhateverZone() throws {
        let times = try ["2020-06-18T17:24:53Z", "2020-06-18T19:24:53+02:00", "2020-06-18T17:24:53.999Z"].map { try #require(Instant($0)) }
        let digests = times.map { EventSignature.coreDigest(of: CloudEvent(id: "1", source: "/g", type: "t", time: $0)) }
        #expect(Set(digests).count == 1)
    }

    @Test func aSignedCommandIsVerifiedAsItArrivesInEitherMode() throws {
        let event = try command()
        let binary = try CloudEventReader.read(
            value: event.data, headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
        let structured = try CloudEventReader.read(
            value: CloudEventWriter.structured(event), headers: [("content-type", CloudEventWriter.structuredContentType)])
        for arrived in [event, binary, structured] {
            #expect(try EventSignature.signer(of: arrived, among: keys).id == key.verifyingKey.id)
        }
    }

    @Test func whatAnotherImplementationSignedIsVerified() throws {
        // By Ops/contracts/sign.py, with Python's cryptography, from the same private key.
        let envelope = """
            eyJwYXlsb2FkVHlwZSI6ICJodHRwczovL2Nsb3VkZXZlbnRzLmlvL3ZlcmlmaWFiaWxpdHkvZHNzZS92MC4xIiwgInBheWxvYWQiOiAiZXlKamIzSmxJam9nSWs5\
            RGJpdHpXa3RrWVVkTFZDc3lOREJrYkhoRWJIVjNURUZxYTJoM2J6UlFTR3BJYTFwdE5EZDZWV005SW4wPSIsICJzaWduYXR1cmVzIjogW3sia2V5aWQiOiAiYjYy\
            ZTg2N2ZhMmYzM2FmZSIsICJzaWciOiAiZ1dXRm5wQ0luS0ZmeklmQlAvaWVtUWZYWHh4anYvbUExNU1FaHo2bWxCNzVXMDlFaFp6RGlnazZUV2JuMmdrc2h3ZzJh\
            ODBtUUIzNlUvQXJmTTBsQ3c9PSJ9XX0=
            """
        let event = CloudEvent(
            id: "42", source: "/desk/nanjing", type: WorkOrderCommand.Name.accept.type, time: Instant("2026-03-02T09:00:00.250+08:00"),
            subject: "C20260302000007", dataContentType: "application/json", verification: envelope,
            data: Data(#"{"complaint":"C20260302000007","by":"10086"}"#.utf8))
        #expect(fault(event) == nil)
    }

    @Test func whateverSignedIsChangedTheSignatureHoldsNoMore() throws {
        let event = try command()
        let changes: [(inout CloudEvent) -> Void] = [
            { $0.id = "43" }, { $0.source = "/redress/approver" }, { $0.type = WorkOrderCommand.Name.archive.type },
            { $0.time = $0.time?.adding(.seconds(1)) }, { $0.time = nil }, { $0.subject = "C20260302003000128" },
            { $0.dataSchema = "https://redress.example/s" }, { $0.dataContentType = "text/json+json" }, { $0.data.append(32) },
        ]
        for (index, change) in changes.enumerated() {
            var changed = event
            change(&changed)
            #expect(fault(changed)?.problem == "is that of another event, or the event was changed", "change \(index)")
        }
        var placed = event
        placed.partitionKey = "other"
        placed.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        #expect(fault(placed) == nil, "where it lies and how it is traced takes part in no decision")
    }

    @Test func whoIsNotKnownSignsNothing() throws {
        let event = try command()
        #expect(fault(event, [:])?.problem == "is not by a known key")
        // Another's key under the id of the known one.
        let other = try SigningKey.generate()
        var forged = event
        try EventSignature.sign(&forged, with: other)
        let envelope = try #require(forged.verification.flatMap { Data(base64Encoded: $0) })
        let text = String(decoding: envelope, as: UTF8.self).replacing(other.verifyingKey.id, with: key.verifyingKey.id)
        forged.verification = Data(text.utf8).base64EncodedString()
        #expect(fault(forged)?.problem == "is not valid")
        forged.verification = nil
        #expect(fault(forged)?.problem == "is missing")
    }

    /// Envelopes as an attacker or a broken client would write them.
    private static let broken = [
        "%%%", "bm8ganNvbg==", "e30=", "W10=", "\u{0}",
        Data("{\"payloadType\":\"x\",\"payload\":\"\",\"signatures\":[]}".utf8).base64EncodedString(),
        Data("{\"payloadType\":\"\(EventSignature.payloadType)\",\"payload\":\"?\",\"signatures\":[]}".utf8).base64EncodedString(),
        Data("{\"payloadType\":\"\(EventSignature.payloadType)\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\"}]}".utf8)
            .base64EncodedString(), Data(String(repeating: "[", count: 3000).utf8).base64EncodedString(),
    ]

    @Test(arguments: broken)
    func aBrokenEnvelopeIsAFault(text: String) throws {
        var event = try command()
        event.verification = text
        #expect(fault(event)?.field == "dssematerial")
    }

    /// Cases 8a to 8e of the extension's test vectors, and what is none of its material.
    private static let wrongMaterial = [
        #"{"core":"CORE","ext":"CORE","signedextattrs":["exta","exta"]}"#, #"{"core":"CORE","ext":"CORE","signedextattrs":["exta","id"]}"#,
        #"{"core":"CORE","ext":"CORE","signedextattrs":["dssematerial"]}"#, #"{"core":"CORE","signedextattrs":["exta"]}"#,
        #"{"core":"CORE","ext":"CORE"}"#, #"{"core":"AAAA"}"#, #"{}"#, #"[]"#,
    ]

    @Test(arguments: wrongMaterial)
    func materialThatTheExtensionForbidsIsAFaultHoweverWellSigned(text: String) throws {
        var event = try command()
        let core = EventSignature.coreDigest(of: event).base64EncodedString()
        let payload = Data(text.replacing("CORE", with: core).utf8)
        let type = EventSignature.payloadType
        let signature = try key.signature(of: Data("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload)
        let envelope = """
            {"payloadType":"\(type)","payload":"\(payload.base64EncodedString())",\
            "signatures":[{"keyid":"\(key.verifyingKey.id)","sig":"\(signature.base64EncodedString())"}]}
            """
        event.verification = Data(envelope.utf8).base64EncodedString()
        #expect(fault(event)?.problem == "signs no verification material")
    }
}
