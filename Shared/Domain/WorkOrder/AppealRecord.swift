/// A step of the appeal that is on record.
public struct AppealRecord: Codable, Sendable, Equatable {
    public let step: AppealStep
    public let at: Instant
}
