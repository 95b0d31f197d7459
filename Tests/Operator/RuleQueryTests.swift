import Policies
import Testing

@testable import OperatorService

struct RuleQueryTests {
    private let table: RuleTable

    init() throws {
        table = try RuleTable.read(
            """
            documents: {D1: 申诉处理办法, D9: 客户投诉管理办法}
            rules:
              - {id: S014, document: D1, tags: [RULE, NUM], summary: Fifteen days., words: [15日内答复], where: [A.swift], test: [T.swift#t]}
              - {id: S022, document: D1, tags: [RULE], summary: Manners., words: [感同身受], person: only a person can feel}
              - {id: S206, document: D9, tags: [METRIC], summary: Metrics., words: [监督指标], status: missing}
            """, file: "rules.yaml")
    }

    private func ids(_ change: (inout RuleQuery) -> Void) -> [String] {
        var query = RuleQuery()
        change(&query)
        return table.rules.filter(query.matches).map(\.id)
    }

    @Test func withoutAWishAllRulesMatch() {
        #expect(ids { _ in } == ["S014", "S022", "S206"])
    }

    @Test func everyWishMustHold() {
        #expect(ids { $0.statuses = ["missing"] } == ["S206"])
        #expect(ids { $0.documents = ["D1"] } == ["S014", "S022"])
        #expect(ids { $0.tags = ["NUM", "METRIC"] } == ["S014", "S206"])
        #expect(ids { $0.text = "感同" } == ["S022"])
        #expect(
            ids {
                $0.ids = ["S014", "S206"]
                $0.documents = ["D9"]
            } == ["S206"])
    }

    @Test func aRulesLineHasEveryFieldAlsoWhereItIsEmpty() throws {
        let rule = try #require(table["S022"])
        #expect(
            try JSONOutput.text(RuleLine(rule))
                == #"{"document":"D1","id":"S022","reason":"only a person can feel","status":"person","summary":"Manners.","tags":["RULE"],"test":[],"where":[],"words":["感同身受"]}"#
        )
    }

    @Test func aRuleIsShownWithItsWordsPlaceAndTest() throws {
        let rule = try #require(table["S014"])
        #expect(
            RuleText(table: table).full([rule]) == """
                S014 proved: Fifteen days.
                  words      「15日内答复」
                  from       D1 申诉处理办法
                  tags       RULE, NUM
                  kept in    A.swift
                  proved by  T.swift#t

                """)
        #expect(RuleText(table: table).list([rule]).hasSuffix("1 rule: 1 proved, 0 person, 0 missing\n"))
    }
}
