import Foundation
import Policies
import Testing

@testable import Domain
@testable import Reporting

/// The scripts of the China pack, held against the training material they come from.
struct ScriptPolicyTests {
    private static func scripts() throws -> ScriptPolicy {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        return try PolicyPackLoader.load(directory: folder.standardizedFileURL).scripts
    }

    private static func points(_ name: String) throws -> [String] {
        try #require(try scripts().script(named: name)).items.map(\.zh.point)
    }

    @Test func theTrainingMaterialsListsAreWhole() throws {
        #expect(try Self.points("phrases") == ["感同身受", "表现责任感", "向客户表示歉意", "向客户表示感谢"], "S022: the four phrases")
        let needs = try Self.points("needs")
        #expect(zip(needs, ["被关心", "被倾听", "专业化的服务", "及时响应"]).allSatisfy { $0.hasPrefix($1) } && needs.count == 4, "S023: the four needs")
        #expect(needs[0].contains("受到重视和善待"), "S024: valued and well treated")
        #expect(needs[1].contains("而不是埋怨"), "S025: no blaming, denial or excuse")
        #expect(needs[2].contains("有专业知识"), "S026: somebody who knows")
        #expect(needs[3].contains("厌烦拖延或沉默"), "S027: no delay, no silence")
        let reception = try Self.points("reception")
        #expect(reception.contains { $0.contains("绝不拖延") } && reception.contains { $0.contains("不得随意打断") }, "S028: intake's manners")
        #expect(reception[0].hasPrefix("应先稳定投诉客户情绪"), "S047: calm first, act of your own accord")
        #expect(try Self.points("principles").count == 3, "S029: three principles")
        #expect(try Self.points("steps").count == 7, "S030: seven steps")
        #expect(try Self.points("customers").count == 6, "S031: six kinds of customers")
        let questions = try Self.points("clarification")
        #expect(questions[0].contains("开放式") && questions[1].contains("封闭式") && questions[2].contains("影响的程度"), "S032: clarification")
        #expect(try Self.points("on-the-spot").contains { $0.contains("提高一次解决率") }, "S190: empower the front line")
        #expect(try Self.points("follow-up").count == 4, "S109: satisfied, and is there anything else")
    }

    @Test func theEmergencyScriptIsForMajorComplaintsAlone() throws {
        let scripts = try Self.scripts()
        #expect(scripts.scripts(at: .handling, nature: .major).contains { $0.name == "emergency" }, "S056: an emergency answer script")
        #expect(!scripts.scripts(at: .handling, nature: .ordinary).contains { $0.name == "emergency" })
        #expect(!scripts.scripts(at: .handling, nature: nil).contains { $0.name == "emergency" })
    }

    @Test(arguments: AgentScript.Moment.allCases)
    func everyMomentHasItsHelpInBothLanguages(moment: AgentScript.Moment) throws {
        let scripts = try Self.scripts().scripts(at: moment, nature: .major)
        #expect(!scripts.isEmpty)
        for item in scripts.flatMap(\.items) {
            #expect(!item.zh.point.isEmpty && !item.en.point.isEmpty)
            #expect((item.zh.say == nil) == (item.en.say == nil))
        }
    }

    @Test func aSpoiltFileIsToldWithAllItsFaults() throws {
        let script = AgentScript(
            name: "a", source: "S022", title: AgentScript.Title(zh: "甲", en: "a"), moments: [], natures: nil, isOperators: nil, items: [])
        let policy = ScriptPolicy(version: "1", effective: EffectivePeriod(from: CivilDate(daysSinceEpoch: 0)), scripts: [script, script])
        #expect(
            policy.faults().map(\.field) == [
                "scripts[0].moments", "scripts[0].items", "scripts[1].name", "scripts[1].moments", "scripts[1].items",
            ])
    }
}
