import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// Calculates a complaint's clocks from its stored file and a policy pack.
enum StoredClocks {
    static let options = [ServiceCommand.policies, ServiceCommand.clock]

    /// Every clock, cycle by cycle, as things stand now.
    ///
    /// - Throws: a `PolicyError` for a pack that cannot be used, a `CalendarFault` for a year a calendar does not know.
    static func explanations(of file: ClockState, _ arguments: Arguments) throws -> [ClockExplanation] {
        let pack = try PolicyPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        return try SLADecider.explain(file, policy: pack.clocks, at: ServiceSettings.clock(arguments).now())
    }
}
