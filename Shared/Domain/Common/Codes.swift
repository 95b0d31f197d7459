// The words a policy pack defines.

/// Where a complaint came in: `hotline`, `business-hall`, `miit` … (S034–S036, S124–S129).
public struct Channel: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// An ISO 3166-2 code such as `CN-JS`.
public struct Province: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// The class of the problem: `billing`, `network`, `service`, `marketing` …
public struct Category: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A department, centre or company that can be responsible for a work order (S136–S194).
public struct Unit: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A desk of a unit: a group of handlers with skills and a share of the unit's work (S195).
public struct Desk: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A deadline a policy defines: `first-contact`, `answer`, `archive` …
public struct ClockName: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A message template a policy defines.
public struct TemplateName: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}
