/// Why a deployment on this machine could not be made, or did not stay up.
package struct DeploymentError: Error, CustomStringConvertible {
    let attempt: String
    let reason: String

    package init(_ attempt: String, _ reason: String) {
        self.attempt = attempt
        self.reason = reason
    }

    package var description: String { "\(attempt): \(reason)" }
}
