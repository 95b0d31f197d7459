import Embedded
import Foundation
import Testing

/// Programs that are not ours, judging what is.
enum Outsider {
    /// Validates events against the published schemas with python3-jsonschema.
    static func validate(_ facts: [Fact], at location: SourceLocation = #_sourceLocation) throws {
        let lines = try facts.map { fact in
            let schema = Built.file("Ops/contracts/schemas/\(fact.type).json")
            return String(decoding: try JSONSerialization.data(withJSONObject: ["schema": schema, "data": fact.fields]), as: UTF8.self)
        }
        let verdicts = try Run.output(
            of: "python3", [Built.file("Tests/Contracts/Support/validate.py")], input: Data(lines.joined(separator: "\n").utf8),
            at: location)
        let faults = zip(facts, verdicts.split(separator: "\n")).filter { $0.1 != "ok" }
        #expect(verdicts.split(separator: "\n").count == facts.count, sourceLocation: location)
        #expect(faults.isEmpty, "\(faults.map { "\($0.0.name): \($0.1)" })", sourceLocation: location)
    }
}
