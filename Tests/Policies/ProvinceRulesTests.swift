import Domain
import Foundation
import Testing

@testable import Policies

/// A province's implementing rules, laid over the pack (S174).
struct ProvinceRulesTests {
    private static let sichuan = """
        version: "2019.1"
        effective: {from: 2026-01-01}
        province: CN-SC
        title: made up
        clocks:
          - clock: answer
            allowance: {value: {workingDays: 7}, source: the province's own rules}
          - clock: solve
            natures: [repeat]
            allowance: {value: {workingDays: 2}, source: the province's own rules}

        """

    private func folder(_ text: String, name: String = "CN-SC") throws -> PackFolder {
        let folder = try PackFolder()
        let provinces = folder.url.appending(path: "provinces")
        try FileManager.default.createDirectory(at: provinces, withIntermediateDirectories: true)
        try text.write(to: provinces.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
        return folder
    }

    private func faults(_ text: String, name: String = "CN-SC") throws -> [String] {
        let folder = try folder(text, name: name)
        do {
            _ = try PolicyPackLoader.load(directory: folder.url)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func aProvincesRulesComeBeforeThePacks() throws {
        let folder = try folder(Self.sichuan)
        let clocks = try PolicyPackLoader.load(directory: folder.url).clocks.current.policy.clocks
        let answer = try #require(clocks.first { $0.name == "answer" })
        #expect(answer.overrides?.first?.when.provinces == ["CN-SC"], "S174: the province's implementing rules hold there")
        #expect(answer.overrides?.first?.allowance?.value == .workingDays(7), "S174: with its own limit")
        #expect(answer.allowance.value == .calendarDays(15))
        let solve = try #require(clocks.first { $0.name == "solve" })
        #expect(solve.overrides?.first?.when.natures == [.repeat])
    }

    @Test func aProvincesRulesAreExplainedAndCompared() throws {
        let folder = try folder(Self.sichuan)
        let figures = try PolicyFigures(directory: folder.url)
        let holds = FigureExplanation.all(of: figures.figures(about: "clocks.answer.allowance"), province: "CN-SC").first?.holds
        #expect(holds?.value == "{workingDays: 7}")
        #expect(holds?.file == "provinces/CN-SC.yaml")
        #expect(holds?.line == 7)
        let differences = PolicyDifference.between(try PolicyFigures(directory: PackFolder.china), figures)
        #expect(differences.contains { $0.key == "clocks.answer.overrides.CN-SC.allowance" && $0.change == .added })
    }

    @Test func faultsOfAProvincesRulesHaveTheirFileAndLine() throws {
        let spoilt = Self.sichuan.replacing("workingDays: 7", with: "workingDays: 0").replacing("clock: solve", with: "clock: resolve")
        let found = try faults(spoilt)
        #expect(found.contains { $0.hasPrefix("provinces/CN-SC.yaml:7: clocks[0].allowance.value is not more than 0") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("provinces/CN-SC.yaml:8: clocks[1].clock is not one of the clocks") }, "\(found)")
        #expect(try faults(Self.sichuan, name: "CN-XX").contains { $0.hasPrefix("provinces/CN-XX.yaml:3: province is not the file's") })
        let old = Self.sichuan.replacing("2019.1", with: "2018.1")
        #expect(try faults(old).contains { $0.hasPrefix("provinces/CN-SC.yaml:1: version is not that of") })
    }
}
