/// The types of events that gateways publish on `redress.intake`.
public enum IntakeType: String, Sendable, CaseIterable {
    case submitted = "redress.intake.submitted.v1"
    /// The customer adds what was asked for (S070).
    case supplemented = "redress.intake.supplemented.v1"
    /// The customer urges an open complaint (S058).
    case urged = "redress.intake.urged.v1"
    case withdrawn = "redress.intake.withdrawn.v1"
    /// The customer went to a regulator (S128).
    case appealed = "redress.intake.appealed.v1"
    /// The media or the internet have shown the matter of an open complaint (S135).
    case exposed = "redress.intake.exposed.v1"
    /// The customer says how the handling was (S109).
    case feedbackGiven = "redress.intake.feedback-given.v1"
}
