/// Why a deployment on this machine could not be made, or did not stay up.
struct DeploymentError: Error, CustomStringConvertible {
    let attempt: String
    let reason: String

    init(_ attempt: String, _ reason: String) {
        self.attempt = attempt
        self.reason = reason
    }

    var description: String { "\(attempt): \(reason)" }
}
