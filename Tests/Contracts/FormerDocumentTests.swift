import Contracts
import Domain
import Foundation
import Testing

/// What the release before documents were described beside their fields has written (`Support/former-documents.txt`, a shape of each type's a line):
/// it is read, and written again with the same members and values, so that either release can follow the other.
struct FormerDocumentTests {
    private let coder = WireCoder()

    private static var lines: [(type: String, json: Data)] {
        get throws {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/former-documents.txt")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
                let parts = line.split(separator: "\t", maxSplits: 1)
                return (String(parts[0]), Data(parts[1].utf8))
            }
        }
    }

    @Test func everyFormerDocumentIsReadAndWrittenTheSame() throws {
        var types: [String: Int] = [:]
        for (type, json) in try Self.lines {
            types[type, default: 0] += 1
            switch type {
            case "LineState": try same(LineState.self, json)
            case "WorkOrder": try same(WorkOrder.self, json)
            case "Compensation": try same(Compensation.self, json)
            case "ClockState": try same(ClockState.self, json)
            case "RiskState": try same(RiskState.self, json)
            case "NoticeState": try same(NoticeState.self, json)
            case "StaffDigestState": try same(StaffDigestState.self, json)
            case "GatewayTextState": try same(GatewayTextState.self, json)
            default: try same(type, json)
            }
        }
        for state in [
            "LineState", "WorkOrder", "Compensation", "ClockState", "RiskState", "NoticeState", "StaffDigestState", "GatewayTextState",
        ] { #expect(types[state] ?? 0 > 0, "\(state)") }
    }

    /// An event, by its CloudEvents type.
    private func same(_ type: String, _ json: Data) throws {
        let fact = try #require(try Fact.read(type, json), "\(type)")
        try expectSame(type, json, fact.data)
    }

    private func same<Value: DocumentValue & Equatable>(_: Value.Type, _ json: Data) throws {
        let value = try coder.decode(Value.self, from: json)
        let written = coder.encode(value)
        try expectSame("\(Value.self)", json, written)
        #expect(try coder.decode(Value.self, from: written) == value, "\(Value.self)")
    }

    private func expectSame(_ type: String, _ former: Data, _ written: Data) throws {
        let former = try #require(try Self.object(former) as? NSDictionary)
        #expect(try Self.object(written) as? NSDictionary == former, "\(type)")
    }

    /// The parsed text; what a submission has given is a set, whose words come in any order.
    private static func object(_ json: Data) throws -> Any { inOrder(try JSONSerialization.jsonObject(with: json)) }

    private static func inOrder(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(inOrder) }
        guard var members = value as? [String: Any] else { return value }
        for (name, member) in members {
            members[name] = if name == "given", let words = member as? [String] { words.sorted() } else { inOrder(member) }
        }
        return members
    }
}
