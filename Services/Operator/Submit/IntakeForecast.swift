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

    /// Where a pack lies that nobody names: in a checkout, and where the installation puts it.
    private static let usualPlaces = ["Ops/policies/china", "/usr/share/redress/policies/china"]

    /// By the pack the options name; `nil` where none is named and none lies in the usual places.
    ///
    /// - Throws: a `PolicyError` for a pack that is named, or lies there, and cannot be used.
    init?(_ arguments: Arguments, now: Instant) throws {
        let isNamed = arguments.string("policies") != nil && arguments.source(of: "policies") != .default
        let found = Self.usualPlaces.first { FileManager.default.fileExists(atPath: $0 + "/.") }
        guard let path = isNamed ? arguments.string("policies") : found else { return nil }
        self.init(try PolicyPackLoader.load(directory: URL(filePath: path)), now: now)
    }

    func verdict(on message: IntakeMessage) -> Verdict {
        let decision = IntakeDecider.decide(
            message.input(archived: [:]), given: nil,
            in: DecisionContext(now: now, policy: rules, serial: Serial(lane: 0, number: 1)))
        for event in decision.events {
            switch event {
            // Which complaints the line has, only intake knows.
            case .rejected(let rejected) where rejected.fault.field == "data.complaint": return .taken
            case .rejected(let rejected): return .rejected(rejected.fault.withoutPrefix)
            case .informationRequired(let required): return .asked(required.missing)
            case .registered, .supplemented, .urged, .withdrawn, .exposed, .flagged, .feedbackGiven: continue
            }
        }
        return .taken
    }
}
