import Contracts
import Domain

/// What becomes of one complaint of the load: how it comes in, what is given step by step, and all that must be on the topics for it.
struct Course: Sendable {
    let name: String
    let deeds: [Deed]
    let fate: Fate
    /// Whether billing pays by itself what it is asked to; else the steps say what billing does.
    var isPaidAtOnce = true
    /// Whether the first attempt of a message fails.
    var isHardToReach = false
    /// Whether it, or a complaint it goes with, needs what the release before did not do.
    var isNew = false
    /// How it comes in.
    var type = IntakeType.submitted
    /// What is different about the submission.
    var shape: @Sendable (inout IntakeSubmission) -> Void = { _ in }

    /// What the complaint's customer has to be told before a round counts as recovered.
    var early: [String] { fate.musts.keys.filter { Self.earliest.contains($0) } }

    private static let earliest: Set = [
        FactName.registered, FactName.dispatched, FactName.message("acknowledgement"), FactName.message("settled-on-spot"),
        FactName.message("appeal-received"),
    ]
}
