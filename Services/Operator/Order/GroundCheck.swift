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
    static func check(_ verb: CommandVerb, _ message: OrderMessage, _ arguments: Arguments) throws {
        guard namesGround(verb), let folder = InstalledFiles.policiesIfThere(arguments) else { return }
        let pack = try PolicyPackLoader.load(directory: URL(filePath: folder))
        guard let fault = fault(verb, message, pack)?.withoutPrefix else { return }
        throw UsageError(
            command: "redress command \(verb.name)", subject: "--\(fault.field)",
            given: arguments.string(fault.field), expected: fault.expected)
    }

    static func fault(_ verb: CommandVerb, _ message: OrderMessage, _ pack: PolicyPack) -> Fault? {
        for field in verb.fields {
            guard case .text(let form) = field.kind else { continue }
            switch form.kind {
            case .findingGround:
                return pack.dispatch.findings?.fault(ground: message.text(field.name), particulars: message.particulars)
            case .goodwillGround: return pack.compensation.current.policy.faultOfGoodwill(on: message.text(field.name))
            case .code, .unit, .desk, .complaint, .reference, .words: continue
            }
        }
        return nil
    }

    private static func namesGround(_ verb: CommandVerb) -> Bool {
        verb.fields.contains { $0.kind == .text(.findingGround) || $0.kind == .text(.goodwillGround) }
    }
}
