import CommandLine
import Contracts
import Domain
import Foundation
import Testing
import YAML

@testable import OperatorService

/// The files of the contracts are what `redress contracts write` writes: nobody writes them by hand.
@Suite struct ContractFilesTests {
    private static let folder = ShippedFile.url("Ops/contracts")

    @Test func theCommittedFilesAreWhatTheCommandWrites() throws {
        let files = try ContractFolder(Self.folder).files()
        let schemas = EventType.all.map { "schemas/\($0.name).json" }
        #expect(files.map(\.path).sorted() == (schemas + ["asyncapi.yaml", "work-order-states.md"]).sorted())
        for file in files { #expect(try file.isWritten(in: Self.folder), "\(file.path): run redress contracts write") }
    }

    @Test func aFileThatWasChangedByHandIsFound() throws {
        let file = ContractFolder.File(path: "asyncapi.yaml", text: "channels: {}\n")
        #expect(try !file.isWritten(in: Self.folder))
        #expect(try !ContractFolder.File(path: "schemas/redress.door.open.v1.json", text: "{}").isWritten(in: Self.folder))
    }

    @Test func everyFieldOfACommandIsAPropertyOfItsSchemaAndAnOptionOfItsVerb() throws {
        for verb in CommandVerb.all {
            let schema = try #require(ContractFolder.described.first { $0.type == verb.type })
            #expect(schema.properties.map(\.name) == ["complaint", "by"] + verb.fields.map(\.name))
            let options = OrderOptions.options(of: verb).filter { $0.name != "currency" }
            #expect(options.map(\.name) == verb.fields.map(OrderOptions.name(of:)))
        }
    }

    @Test(arguments: IntakeType.allCases)
    func everyFieldOfAnIntakeEventIsAPropertyOfItsSchema(type: IntakeType) throws {
        let schema = try #require(ContractFolder.described.first { $0.type == type.rawValue })
        #expect(schema.properties.map(\.name) == ["line", "lineKind"] + type.fields.map(\.name))
        #expect(schema.properties.filter(\.isRequired).map(\.name) == ["line"] + type.fields.filter(\.field.isRequired).map(\.name))
    }

    @Test func aTextOfTwoLinesAndAQuoteAreWrittenAsTheyAre() throws {
        var words: [String: ContractFolder.Words] = [:]
        for type in EventType.all { words[type.name] = .init(title: "It's: \"one\"", summary: "一 # two") }
        let document = try YAMLNode.parse(AsyncAPIDocument(words: words).text, file: "asyncapi.yaml")
        let message = try #require(document["components"]?["messages"]?["workOrderTransfer"])
        #expect(message["title"]?.text == "It's: \"one\"")
        #expect(message["summary"]?.text == "一 # two")
    }
}
