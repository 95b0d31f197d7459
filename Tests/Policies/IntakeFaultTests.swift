import Foundation
import Policies
import Testing

/// What is wrong with intake's files is told with file and line.
struct IntakeFaultTests {
    private func faults(of folder: PackFolder) -> [String] {
        do {
            _ = try PolicyPackLoader.load(directory: folder.url)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func aDutyNobodyDefinedIsAFaultWhereItIsNamed() throws {
        let folder = try PackFolder()
        let channel = try folder.replace(
            "[customer-signature, customer-consent], source: \"S052, S053\"", by: "[customer-signatur], source: \"S052\"",
            in: "channels.yaml")
        let category = try folder.replace("[reason-told, remedy-told,", by: "[reason-tolt, remedy-told,", in: "intake.yaml")
        let found = faults(of: folder)
        #expect(found.count == 2)
        #expect(found.contains { $0.hasPrefix("channels.yaml:\(channel): channels[4].duties.value[0] is not defined") })
        #expect(found.contains { $0.hasPrefix("intake.yaml:\(category): categories[5].duties.value[0] is not defined") })
    }

    @Test func wordsThatAreMissingAndPlaceholdersThatNothingFillsAreFaults() throws {
        let folder = try PackFolder()
        let line = try folder.replace("可申诉的首日为{{mayAppealFrom}}", by: "可申诉的首日为{{firstDay}}", in: "appeals.yaml")
        let twice = try folder.replace("  - of: admissible\n", by: "  - of: inquire\n", in: "appeals.yaml")
        let found = faults(of: folder)
        #expect(found.count == 3)
        #expect(found.contains { $0.hasPrefix("appeals.yaml:\(line): points[7].zh uses {{firstDay}}, which nothing fills") })
        #expect(found.contains { $0.hasSuffix("outcomes does not have admissible once; expected words for each") })
        #expect(found.contains { $0.hasSuffix("outcomes does not have inquire once; expected words for each") })
        #expect(twice > 0)
    }

    @Test func figuresUnitsAndChannelsAreChecked() throws {
        let folder = try PackFolder()
        let days = try folder.replace("answerDays: {value: 15", by: "answerDays: {value: 0", in: "appeals.yaml")
        let channel = try folder.replace("assessedChannels: {value: [miit,", by: "assessedChannels: {value: [hotline,", in: "appeals.yaml")
        let unit = try folder.replace(
            "- {level: provincial, unit: {value: provincial-customer-service", by: "- {level: provincial, unit: {value: provincial-service",
            in: "intake.yaml")
        let hotline = try folder.replace("  - code: hotline\n", by: "  - code: hotline\n", in: "channels.yaml")
        _ = try folder.replace("hours: {value: always", by: "hours: {value: posted", in: "channels.yaml")
        #expect(
            Set(faults(of: folder).map { $0.split(separator: ";")[0] }) == [
                "appeals.yaml:\(days): answerDays.value is below 1",
                "appeals.yaml:\(channel): assessedChannels.value[0] is not a channel of appeals",
                "intake.yaml:\(unit): attention.reportTo[0].unit.value is not one of the units",
                "channels.yaml:\(hotline): channels has none that takes complaints at any hour",
            ])
    }
}
