import Foundation
import Testing
import YAML

private enum Unit: String, Decodable, CaseIterable {
    case billing, network, broadband
}

private struct Route: Decodable, Equatable {
    let priority: Int
    let unit: Unit
    let note: String?
}

private struct RoutingPolicy: Decodable, Equatable {
    let version: String
    let routes: [Route]
}

private struct Tariff: Decodable, Equatable {
    let rate: Decimal
    let source: YAMLLocated<String>
    let caps: [String: Decimal]
    let since: Date?
}

private enum Rule: Decodable, Equatable {
    case fixed(amount: Int)
    case share(percent: Int)

    private enum CodingKeys: CodingKey { case kind }
    private struct Fixed: Decodable { let amount: Int }
    private struct Share: Decodable { let percent: Int }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .kind) {
        case "fixed": self = .fixed(amount: try Fixed(from: decoder).amount)
        case "share": self = .share(percent: try decoder.singleValueContainer().decode(Share.self).percent)
        default: throw DecodingError.dataCorruptedError(forKey: .kind, in: container, debugDescription: "expected fixed or share")
        }
    }
}

@Suite struct YAMLDecoderTests {
    private let decoder = YAMLDecoder()

    @Test func aPolicyIsReadWithItsOptionalsAbsentOrNull() throws {
        let text = "version: '2024.1'\nroutes:\n- {priority: 1, unit: billing}\n- {priority: 2, unit: network, note: ~}\n"
        let policy = try decoder.decode(RoutingPolicy.self, from: text, file: "a")
        let routes = [Route(priority: 1, unit: .billing, note: nil), Route(priority: 2, unit: .network, note: nil)]
        #expect(policy == RoutingPolicy(version: "2024.1", routes: routes))
    }

    @Test func aMisspeltKeyThatIsNeededIsNamedWithPlaceAndRemedy() {
        let text = "version: a\nroutes:\n- priority: 1\n  unit: billing\n- {priority: 2, unit: network}\n- unit: network\n  prioritty: 3\n"
        expect(
            RoutingPolicy.self, text,
            "routing.yaml:7:3: routes[2].prioritty: unknown key; expected priority (did you mean \"priority\"?)")
    }

    @Test func aStrayKeyIsNamedWithAllThatWereExpected() {
        let text = "version: a\nroutes:\n- priority: 1\n  unit: billing\n  nota: x\n"
        expect(
            RoutingPolicy.self, text,
            "routing.yaml:5:3: routes[0].nota: unknown key; expected one of priority, unit, note (did you mean \"note\"?)")
        expect(
            RoutingPolicy.self, "version: a\nroutes: []\ncolour: red\n",
            "routing.yaml:3:1: colour: unknown key; expected one of version, routes")
    }

    @Test func aMissingKeyIsNamedAtItsMapping() {
        expect(
            RoutingPolicy.self, "version: a\nroutes:\n- unit: billing\n",
            "routing.yaml:3:3: routes[0]: the key \"priority\" is missing")
    }

    @Test func aWrongTypeSaysWhatIsExpectedAndWhatStandsThere() {
        expect(
            RoutingPolicy.self, "version: 1.10\nroutes: []\n",
            "routing.yaml:1:10: version: expected text (put it in quotes), found the number 1.10")
        expect(RoutingPolicy.self, "version:\nroutes: []\n", "routing.yaml:1:9: version: expected text, found nothing")
        expect(
            RoutingPolicy.self, "version: a\nroutes:\n- {priority: high, unit: billing}\n",
            "routing.yaml:3:14: routes[0].priority: expected a whole number, found the text \"high\"")
        expect(RoutingPolicy.self, "version: a\nroutes: {}\n", "routing.yaml:2:9: routes: expected a sequence, found a mapping")
        expect([UInt8].self, "[1, 300]", "routing.yaml:1:5: [1]: expected a whole number from 0 to 255, found the whole number 300")
    }

    @Test func aNameOutsideAnEnumerationIsAnsweredWithItsNames() {
        expect(
            RoutingPolicy.self, "version: a\nroutes:\n- {priority: 1, unit: biling}\n",
            "routing.yaml:3:23: routes[0].unit: expected one of billing, network, broadband, "
                + "found the text \"biling\" (did you mean \"billing\"?)")
    }

    @Test func moneyIsReadDigitByDigitAndAValueKnowsItsPlace() throws {
        let text = "rate: 0.1\nsource: Order 35\ncaps: {month: 100.05}\nsince: '2026-01-31T08:00:00+08:00'\n"
        let tariff = try decoder.decode(Tariff.self, from: text, file: "tariff.yaml")
        #expect(tariff.rate == Decimal(string: "0.1"))
        #expect(tariff.caps == ["month": Decimal(string: "100.05")])
        #expect(tariff.source.value == "Order 35")
        #expect(tariff.source.location == YAMLLocation(file: "tariff.yaml", line: 2, column: 9))
        #expect(tariff.since == Date(timeIntervalSince1970: 1_769_817_600))
    }

    @Test func aTypeMayReadItsKindAndPassTheRestOn() throws {
        let rules = try decoder.decode([Rule].self, from: "[{kind: fixed, amount: 5}, {kind: share, percent: 3}]", file: "a")
        #expect(rules == [.fixed(amount: 5), .share(percent: 3)])
        expect(
            [Rule].self, "[{kind: share, percent: 3, amount: 1}]",
            "routing.yaml:1:28: [0].amount: unknown key; expected one of kind, percent")
        expect([Rule].self, "[{kind: gift}]", "routing.yaml:1:9: [0].kind: expected fixed or share")
    }

    @Test func aNodeMayBeTakenWhole() throws {
        let nodes = try decoder.decode([String: YAMLNode].self, from: "a: {x: 1, y: [2]}", file: "a")
        #expect(nodes["a"]?["y"]?[0]?.text == "2")
    }

    private func expect<Value: Decodable>(
        _ type: Value.Type, _ text: String, _ description: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: YAMLError.self, sourceLocation: sourceLocation) {
            try decoder.decode(type, from: text, file: "routing.yaml")
        }
        #expect(error?.description == description, sourceLocation: sourceLocation)
    }
}
