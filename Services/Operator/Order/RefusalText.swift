import Domain

/// A refusal as a person reads it: how things stand, and what can be done now, in one sentence.
enum RefusalText {
    /// What separates a command's predicate from how things stand: `is not possible: the complaint is archived`.
    private static let separator = ": "

    static func sentence(_ fault: Fault) -> String {
        let fault = fault.withoutPrefix
        guard fault.field == "command" else {
            return "\(subject(of: fault.field)) \(fault.problem); expected \(fault.expected)"
        }
        let parts = fault.problem.split(separator: separator, maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return "it \(fault.problem); expected \(fault.expected)" }
        return "\(parts[1]); you can give \(fault.expected)"
    }

    private static func subject(of field: String) -> String {
        switch field {
        case "": "the command"
        case "actor", "by": "--by"
        case "complaint": "the complaint"
        default: "--\(field)"
        }
    }
}
