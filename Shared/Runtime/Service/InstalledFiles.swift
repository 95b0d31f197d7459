public import CommandLine
import Foundation

/// Where the files lie that come with the programs: the policy packs, the table of the rules and the migrations.
///
/// What is named wins: by a flag, the environment or the settings file. Where nothing is, a checkout's own are taken, then those installed
/// beside the program, then the system's.
public struct InstalledFiles {
    /// What comes with the programs.
    public enum Kind: Sendable {
        case policies
        case rules
        case migrations

        /// The option's name, which names another place.
        var option: String {
            switch self {
            case .policies: "policies"
            case .rules: "rules"
            case .migrations: "migrations"
            }
        }

        /// Where it lies below `Ops` of a checkout, and below `share/redress` of an installation.
        var path: String {
            switch self {
            case .policies: "policies/china"
            case .rules: "rules.yaml"
            case .migrations: "migrations"
            }
        }

        var expected: String {
            switch self {
            case .policies: "the folder of a policy pack, by --policies or REDRESS_POLICIES"
            case .rules: "the table of the rules, by --rules or REDRESS_RULES"
            case .migrations: "the folder of the migrations, by --migrations or REDRESS_MIGRATIONS"
            }
        }
    }

    /// How the help says it, after what the option is.
    public static func help(_ kind: Kind) -> String {
        "by default ./Ops/\(kind.path), or share/redress/\(kind.path) beside the program, below /usr/local or below /usr."
    }

    private let places: [String]

    /// - Parameters:
    ///   - program: the path of the running program.
    ///   - checkout: the folder `Ops` of a checkout.
    ///   - system: where the system keeps what is installed.
    public init(
        program: String? = Self.program, checkout: String = "Ops",
        system: [String] = ["/usr/local/share/redress", "/usr/share/redress"]
    ) {
        places = [checkout] + (program.map(Self.beside) ?? []) + system
    }

    /// The folder of the policy pack.
    ///
    /// - Throws: a `SettingFault` that says where it was looked for.
    public static func policies(_ arguments: Arguments) throws(SettingFault) -> String {
        try InstalledFiles().path(of: .policies, arguments)
    }

    /// The same, or `nil` where none is named and none is found.
    public static func policiesIfThere(_ arguments: Arguments) -> String? {
        arguments.string(Kind.policies.option) ?? InstalledFiles().found(.policies)
    }

    /// What an option names, or what is found.
    ///
    /// - Throws: a `SettingFault` that says where it was looked for.
    public func path(of kind: Kind, _ arguments: Arguments) throws(SettingFault) -> String {
        if let named = arguments.string(kind.option) ?? found(kind) { return named }
        throw SettingFault(
            setting: kind.option, problem: "is not given, and there is no \(candidates(kind).joined(separator: ", "))",
            expected: kind.expected)
    }

    /// The first place that has it.
    public func found(_ kind: Kind) -> String? { candidates(kind).first { FileManager.default.fileExists(atPath: $0) } }

    private func candidates(_ kind: Kind) -> [String] {
        var seen: Set<String> = []
        return places.map { "\($0)/\(kind.path)" }.filter { seen.insert($0).inserted }
    }

    /// `../share/redress` of the folder the program lies in; and the checkout it was built in, where it lies in one's `.build`.
    private static func beside(_ program: String) -> [String] {
        let folder = (program as NSString).deletingLastPathComponent
        let share = ((folder as NSString).deletingLastPathComponent as NSString).appendingPathComponent("share/redress")
        let parts = folder.components(separatedBy: "/.build/")
        return parts.count > 1 ? ["\(parts[0])/Ops", share] : [share]
    }

    /// The program's file, with links followed.
    public static var program: String? {
        do {
            return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        } catch {
            // A system without /proc; the other places remain.
            return nil
        }
    }
}
