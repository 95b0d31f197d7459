import Domain

/// One thing that is wrong with a policy pack, and where.
public struct PolicyFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name, such as `clocks.yaml`.
    public let file: String
    /// From 1; `nil` where the fault is in no line, such as a missing file.
    public let line: Int?
    /// Where in the file, such as `clocks[2].allowance`.
    public let path: String
    public let problem: String
    public let expected: String

    public init(file: String, line: Int?, path: String, problem: String, expected: String) {
        self.file = file
        self.line = line
        self.path = path
        self.problem = problem
        self.expected = expected
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = path.isEmpty ? problem : "\(path) \(problem)"
        return expected.isEmpty ? "\(place): \(subject)" : "\(place): \(subject); expected \(expected)"
    }
}

/// All that is wrong with a policy pack, or with the register of senders that is held against it.
public struct PolicyError: Error, Sendable, CustomStringConvertible {
    public let faults: [PolicyFault]
    /// What cannot be used.
    public let subject: String

    public init(_ faults: [PolicyFault], in subject: String = "the policy pack") {
        self.faults = faults
        self.subject = subject
    }

    public var description: String {
        (["\(subject) cannot be used:"] + faults.map { "  \($0)" }).joined(separator: "\n")
    }
}
