import Domain
import Foundation
import Testing

@testable import Policies

/// Who does what, and which law a figure comes from.
struct GovernanceTests {
    private let roles: RolePolicy
    private let laws: LawPolicy
    private let shipped: PolicyPackCheck

    init() throws {
        shipped = PolicyPackCheck(directory: PackFolder.china)
        roles = try #require(shipped.roles)
        laws = try #require(shipped.laws)
    }

    private func duties(_ body: String) -> [String] {
        roles[body: body]?.duties.flatMap { Citation.all(in: $0.source) }.map { if case .rule(let id) = $0 { id } else { "" } } ?? []
    }

    private func faults(of folder: PackFolder) -> [String] { PolicyPackCheck(directory: folder.url).faults.map(\.description) }

    @Test func theShippedPackIsWhole() {
        #expect(shipped.faults.isEmpty, "S043: every figure's law is known: \(shipped.faults)")
    }

    @Test func theAuthoritiesAreThoseOfOrder35() {
        #expect(duties("miit").contains("S003"), "S003: the ministry is a telecom administration")
        #expect(duties("communications-administration").contains("S003"), "S003: so is a province's communications administration")
        #expect(roles[body: "miit-appeal-centre"]?.kind == .appealBody, "S004: the ministry's centre is an appeal body")
        #expect(roles[body: "provincial-appeal-body"]?.kind == .appealBody, "S004: so is a province's")
        #expect(duties("miit").contains("S007"), "S007: the ministry supervises and guides")
        #expect(roles[body: "miit-appeal-centre"]?.under == "miit", "S008: the centre acts by the ministry's mandate")
        #expect(roles[body: "provincial-appeal-body"]?.optional == true, "S009: a province may set one up and need not")
        #expect(
            roles[body: "provincial-appeal-body"]?.under == "communications-administration", "S010: under the province's administration")
    }

    @Test func theOperatorsUnitsAreThoseOfItsRules() {
        #expect(duties("group-customer-service").contains("S136"), "S136: it owns complaint management")
        #expect(duties("group-customer-service").contains("S142"), "S142: it manages the centres directly")
        #expect(duties("information-technology").contains("S163"), "S163: it verifies its line and improves the systems")
        #expect(duties("information-technology").contains("S181"), "S181: it receives what the systems lack")
        #expect(duties("provincial-customer-service").contains("S174"), "S174: provinces make their own rules under the group's")
        #expect(roles[body: "provincial-customer-service"]?.under == "group-customer-service", "S174: under the group's department")
        #expect(roles.organisation.count { $0.kind == .centre && $0.under == "group-customer-service" } >= 2, "S146: at least two centres")
    }

    @Test func whoeverSellsRepairsOrSupportsTakesPart() {
        for unit in ["marketing", "sales-channels", "network-operations", "hotline-centre", "business-halls"] {
            #expect(roles[body: unit]?.duties.isEmpty == false, "S101: \(unit) has its duties in complaint handling")
        }
        let supervising = roles.commands.first { $0.command == "supervise" }
        #expect(supervising?.roles.value == ["supervisor"], "S204: supervision of complaints has a command and a role of its own")
    }

    @Test func everyUnitOfRoutingHasItsDuties() throws {
        let units = try PolicyPackLoader.load(directory: PackFolder.china).dispatch.routing.units.map(\.code.rawValue)
        #expect(units.filter { roles[body: $0] == nil } == [])
    }

    @Test func theLegalBasisIsTheOneTheRulesName() {
        for name in ["Civil Procedure Law", "Consumer Law", "Telecom Regulations", "Order 36", "Order 35"] {
            #expect(laws[name]?.source.contains("S116") == true, "S116: \(name) is a basis of the rules")
        }
        #expect(laws["Telecom Regulations"]?.source.contains("S001") == true, "S001: Order 35 stands on the Telecom Regulations")
        #expect(laws["Order 35"]?.from == CivilDate("2016-07-30"), "S001: in force from 30 July 2016")
        let own = laws["China Telecom rules of 2019"]
        #expect(own?.replaces?.contains("〔2010〕893号") == true, "S117: they replace the rules of 2010")
        #expect(own?.binds == "中国电信集团公司及所属单位", "S118: they bind the group and its units")
    }

    @Test func aFigureOfAnUnknownLawIsAFault() throws {
        let folder = try PackFolder()
        let line = try folder.replace("source: Order 35 art. 8}", by: "source: Order 99 art. 8}", in: "clocks.yaml")
        #expect(
            faults(of: folder).contains {
                $0.hasPrefix("clocks.yaml:\(line): clocks.answer.allowance comes from Order 99, which laws.yaml does not know")
            }, "S043: a law that is not in force must not stand behind a figure")
    }

    @Test func faultsOfRolesAndLawsAreToldTogetherWithTheirLines() throws {
        let folder = try PackFolder()
        let role = try folder.replace("roles: {value: [reviewer]", by: "roles: {value: [critic]", in: "roles.yaml")
        let under = try folder.replace("under: miit\n", by: "under: nobody\n", in: "roles.yaml")
        let name = try folder.replace("law: Civil Procedure Law", by: "law: Consumer Law", in: "laws.yaml")
        let found = faults(of: folder)
        #expect(found.contains { $0.hasPrefix("roles.yaml:\(role): ") && $0.contains("is not one of the roles") })
        #expect(found.contains { $0.hasPrefix("roles.yaml:\(under): ") && $0.contains("is not one of the bodies") })
        #expect(
            found.contains { $0.hasPrefix("laws.yaml:\(name + 4): ") && $0.contains("is called Consumer Law, as another is") }, "\(found)")
    }

    @Test func bodiesThatGuideEachOtherAreAFault() throws {
        let folder = try PackFolder()
        try folder.replace(
            "    kind: administration\n    duties:", by: "    kind: administration\n    under: miit-appeal-centre\n    duties:",
            in: "roles.yaml")
        #expect(faults(of: folder).contains { $0.contains("leads back to itself") })
    }

    @Test func aMissingFileAndAnotherVersionAreFaults() throws {
        let folder = try PackFolder()
        try folder.remove("roles.yaml")
        try folder.replace("version: \"2019.1\"", by: "version: \"2027.1\"", in: "laws.yaml")
        #expect(faults(of: folder).contains { $0.hasPrefix("roles.yaml:") && $0.contains("cannot be read") })
        #expect(faults(of: folder).contains { $0.hasPrefix("laws.yaml:1: version is not that of the pack") })
    }
}
