import Contracts
import Domain
import Foundation
import Testing

/// The published schemas say what the code says.
struct SchemaTests {
    static let hasValidator = Program.exists(["python3", "-c", "import jsonschema"])

    @Test func everyTypeHasASchemaAndEverySchemaAType() throws {
        #expect(try ContractFiles.schemaNames().sorted() == EventType.all.map(\.name).sorted())
        #expect(Set(EventType.all.map(\.name)).count == EventType.all.count)
        #expect(Set(EventType.all.map(\.topic)) == Set(Topic.all))
    }

    @Test(arguments: Fact.types)
    func aFactsExampleIsReadAndWrittenAgainUnchangedAndNoFieldIsMissing(type: String) throws {
        let schema = try ContractFiles.schema(of: type)
        let fact = try #require(try Fact.read(type, ContractFiles.example(of: type)))
        #expect(fact.type == type)
        #expect(fact.fields == schema.properties)
        let written = try #require(try JSONSerialization.jsonObject(with: fact.data) as? NSDictionary)
        #expect(written == schema.example as NSDictionary)
    }

    @Test(arguments: Fact.types)
    func aFactMayLackWhatTheSchemaDoesNotRequireAndNothingElse(type: String) throws {
        let schema = try ContractFiles.schema(of: type)
        let optional = schema.properties.subtracting(schema.required)
        #expect(try Fact.read(type, ContractFiles.example(of: type, without: optional)) != nil)
        for field in schema.required {
            let data = try ContractFiles.example(of: type, without: [field])
            #expect(throws: Fault(field: "data." + field, problem: "is missing", expected: "a value")) { try Fact.read(type, data) }
        }
    }

    @Test(arguments: Fact.types)
    func aFactWithNothingInItIsAFault(type: String) {
        for data in [Data(), Data("null".utf8), Data("[]".utf8), Data([0x7B, 0x22, 0xFF, 0x22, 0x7D])] {
            #expect(throws: Fault.self) { try Fact.read(type, data) }
        }
    }

    @Test func aTypeNobodyKnowsIsPassedOver() throws {
        #expect(try Fact.read("redress.complaint.registered.v9", Data("{}".utf8)) == nil)
    }

    @Test(arguments: IntakeType.allCases)
    func anIntakeExampleIsTakenAndMayLackWhatTheSchemaDoesNotRequire(type: IntakeType) throws {
        let schema = try ContractFiles.schema(of: type.rawValue)
        let optional = schema.properties.subtracting(schema.required)
        for dropped in [[], optional] {
            let message = try Self.readIntake(type, without: dropped)
            #expect(throws: Never.self) { try message.content.get() }
        }
        for field in schema.required {
            #expect(throws: Fault.self, "\(field)") { try Self.readIntake(type, without: [field]).content.get() }
        }
    }

    @Test(
        arguments: WorkOrderCommand.Name.allCases.map(\.type) + ClaimCommand.Name.allCases.map(\.type)
            + [ReceiptReader.type, ReceiptReader.progressType])
    func aCommandsExampleIsTakenAndMayLackWhatTheSchemaDoesNotRequire(type: String) throws {
        let schema = try ContractFiles.schema(of: type)
        try Self.readCommand(type, without: [])
        try Self.readCommand(type, without: schema.properties.subtracting(schema.required))
        for field in schema.required {
            #expect(throws: Fault.self, "\(field)") { try Self.readCommand(type, without: [field]) }
        }
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func whatTheServicesWriteIsValidToAnOutsider() throws {
        var cases: [(type: String, data: Data)] = []
        for type in Fact.types {
            let schema = try ContractFiles.schema(of: type)
            for dropped in [[], schema.properties.subtracting(schema.required)] {
                let fact = try #require(try Fact.read(type, ContractFiles.example(of: type, without: dropped)))
                cases.append((type, fact.data))
            }
        }
        for (message, _) in CommandReaderTests.workOrderCommands + CommandReaderTests.handlingCommands {
            cases.append((message.type, message.data))
        }
        for (message, _) in CommandReaderTests.claimCommands { cases.append((message.type, message.data)) }
        let receipt = CommandMessage(receiptOf: "C1-N1", complaint: "C1", outcome: .failed, at: Instant(seconds: 1_772_413_200))
        cases.append((ReceiptReader.type, receipt.data))
        var submission = IntakeReaderTests.wangFang
        submission.dissatisfaction = "上次只退了一半"
        submission.settledOnSpot = false
        cases.append((IntakeType.submitted.rawValue, submission.data))
        submission.complaint = "C20260302003000127"
        cases.append((IntakeType.supplemented.rawValue, submission.data))
        let verdicts = try Self.validate(cases)
        for (verdict, sample) in zip(verdicts, cases) { #expect(verdict == "ok", "\(sample.type)") }
        #expect(verdicts.count == cases.count)
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func theSchemasRefuseWhatTheReadersRefuse() throws {
        let bad = [
            #"{"line":"1380013800O"}"#, #"{"line":13800138000}"#, #"{"line":"12"}"#, #"{"complaint":"C1"}"#,
            #"{"line":"ad sl","lineKind":"account"}"#, #"{"line":"13800138000","lineKind":"fax"}"#,
        ]
        let verdicts = try Self.validate(bad.map { (IntakeType.withdrawn.rawValue, Data($0.utf8)) })
        #expect(verdicts.count == bad.count)
        #expect(!verdicts.contains("ok"))
        for data in bad {
            #expect(throws: Fault.self) {
                try IntakeReader.read(IntakeReaderTests.event(data, type: .withdrawn), guard: PlainGuard()).content.get()
            }
        }
    }

    private static func readIntake(_ type: IntakeType, without dropped: Set<String>) throws -> IntakeInput {
        let data = try ContractFiles.example(of: type.rawValue, without: dropped)
        return try IntakeReader.read(CloudEvent(id: "1", source: "/g", type: type.rawValue, data: data), guard: PlainGuard())
    }

    private static func readCommand(_ type: String, without dropped: Set<String>) throws {
        let event = CloudEvent(id: "1", source: "/desk", type: type, data: try ContractFiles.example(of: type, without: dropped))
        if WorkOrderCommand.Name(type: type) != nil {
            _ = try CommandReader.workOrderCommand(in: event, guard: PlainGuard()).command.get()
        } else if ClaimCommand.Name(type: type) != nil {
            _ = try CommandReader.claimCommand(in: event, guard: PlainGuard()).command.get()
        } else {
            _ = try ReceiptReader.read(event)
        }
    }

    private static func validate(_ cases: [(type: String, data: Data)]) throws -> [String] {
        var lines = Data()
        for (type, data) in cases {
            let path = ContractFiles.schemaFile(of: type).path
            lines.append(Data(#"{"schema":"\#(path)","data":"#.utf8))
            lines.append(data)
            lines.append(Data("}\n".utf8))
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/validate.py")
        let output = try Program.output(of: ["python3", script.path], input: lines)
        return output.split(separator: "\n").map(String.init)
    }
}
