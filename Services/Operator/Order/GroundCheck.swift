import CommandLine
import Contracts
import Domain
import Foundation
import Policies
import Runtime

/// Holds the codes that a command names against the policy pack, where one is at hand, before anything is sent.
enum GroundCheck {
    /// The verbs that name a ground take a pack.
    static func options(of verb: CommandVerb) -> [Option] { namesGround(verb) ? [ServiceCommand.policies] : [] }

    /// - Throws: a `UsageError` for a code that the policy does not know; a `PolicyError` or `SettingFault` for a pack that was named and
    ///   cannot be used. Where none was named and none is found, the service is the first to look.
    static func check(_ verb: CommandVerb, _ message: CommandMessage, _ arguments: Arguments) throws {
        guard namesGround(verb), let folder = InstalledFiles.policiesIfThere(arguments) else { return }
        let pack = try PolicyPackLoader.load(directory: URL(filePath: folder))
        guard let fault = fault(verb, message, pack)?.withoutPrefix else { return }
        throw UsageError(
            command: "redress command \(verb.name)", subject: "--\(fault.field)",
            given: fault.field == "ground" ? message.ground : arguments.string(fault.field), expected: fault.expected)
    }

    static func fault(_ verb: CommandVerb, _ message: CommandMessage, _ pack: PolicyPack) -> Fault? {
        switch verb {
        case .workOrder(.findLiability): pack.dispatch.findings?.fault(ground: message.ground, particulars: message.particulars)
        case .claim(.grantGoodwill): pack.compensation.current.policy.faultOfGoodwill(on: message.ground)
        case .workOrder, .claim: nil
        }
    }

    private static func namesGround(_ verb: CommandVerb) -> Bool {
        verb == .workOrder(.findLiability) || verb == .claim(.grantGoodwill)
    }
}
