import CommandLine
import Contracts
import Domain
import Foundation
import Policies
import Runtime

/// What intake will say to an event, as far as the policy decides it and not the line's history: judged by intake's own decider.
///
/// Intake is the judge; this helps a sender who has a policy pack at hand to find out before sending.
struct IntakeForecast {
    enum Verdict: Equatable {
        /// Registered, or up to what the line's file holds.
        case taken
        /// Taken, and the customer is asked for these fields and duties before it is registered.
        case asked([String])
        case rejected(Fault)
    }

    let version: PolicyVersion
    private let rules: IntakeRules
    private let now: Instant

    init(_ pack: PolicyPack, now: Instant) {
        rules = pack.intake
        version = pack.intake.intake.version
        self.now = now
    }

    /// By the pack the options name, or else the one that is installed; `nil` where there is none.
    ///
    /// - Throws: a `PolicyError` for a pack that is named, or installed, and cannot be used.
    init?(_ arguments: Arguments, now: Instant) throws {
        guard let folder = InstalledFiles.policiesIfThere(arguments) else { return nil }
        self.init(try PolicyPackLoader.load(directory: URL(filePath: folder)), now: now)
    }

    func verdict(on input: IntakeInput) -> Verdict {
        let decision = IntakeDecider.decide(
            input, given: nil,
            in: DecisionContext(now: now, policy: rules, serial: Serial(lane: 0, number: 1)))
        for event in decision.events {
            switch event {
            // Which complaints the line has, only intake knows.
            case .rejected(let rejected) where rejected.fault.field == "data.complaint": return .taken
            case .rejected(let rejected): return .rejected(rejected.fault.withoutPrefix)
            case .informationRequired(let required): return .asked(required.missing)
            case .registered, .supplemented, .urged, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested: continue
            }
        }
        return .taken
    }
}
