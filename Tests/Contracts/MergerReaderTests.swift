import Contracts
import Domain
import Foundation
import Testing

/// What dispatch sends itself about complaints that go together.
struct MergerReaderTests {
    private func event(source: String = Party.dispatch.source, without dropped: Set<String> = []) throws -> CloudEvent {
        CloudEvent(
            id: "1", source: source, type: MergerReader.type, data: try ContractFiles.example(of: MergerReader.type, without: dropped))
    }

    @Test func theExampleIsReadAndMayLackWhatTheSchemaDoesNotRequire() throws {
        let schema = try ContractFiles.schema(of: MergerReader.type)
        let message = try #require(try MergerReader.read(event(), WireCoder()))
        #expect(message.step == .join && message.complaint == "C20260303003000201")
        #expect(Set(Mirror(reflecting: message).children.compactMap(\.label)) == schema.properties)
        let optional = schema.properties.subtracting(schema.required)
        #expect(try MergerReader.read(event(without: optional), WireCoder())?.answer == nil)
        for field in schema.required {
            #expect(throws: Fault.self, "\(field)") { try MergerReader.read(event(without: [field]), WireCoder()) }
        }
    }

    @Test func whatItSendsItselfGoesToTheTopicOfCommandsUnderTheOthersKey() throws {
        let message = try #require(try MergerReader.read(event(), WireCoder()))
        let sent = WorkOrderEvent.asked(message)
        #expect(sent.destination == .workOrderCommands && sent.key == "C20260303003000201")
        #expect(sent.wireType == MergerReader.type && !sent.isSequenced && sent.wireID == "C20260302003000127-m1")
        #expect(try WorkOrderEvent.decode(type: sent.wireType, data: sent.encodeData(with: WireCoder()), with: WireCoder()) == nil)
    }

    @Test func nobodyElseMaySendIt() throws {
        #expect(throws: Fault.self) { try MergerReader.read(event(source: "/redress/handler-desk"), WireCoder()) }
        let command = CloudEvent(id: "1", source: "/redress/dispatch", type: "redress.work-order.accept.v1", data: Data())
        #expect(try MergerReader.read(command, WireCoder()) == nil)
    }
}
