// What names things: given out once, carried everywhere.

/// The unified complaint number 统一投诉编码 (S105, S155).
public struct ComplaintNumber: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// The number of the work order that solves one complaint.
public struct WorkOrderNumber: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// The number of one decision to refund or compensate.
public struct ClaimNumber: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// The number of one message to one person.
public struct NoticeNumber: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// A keyed hash of a service number: joins complaints of one line and tells nobody which line it is.
public struct LineToken: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// Personal data, sealed (AES-256-GCM). Domain carries it and cannot read it (S041, S115).
public struct Sealed: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// Who gives a command: the staff number at the desk, not a name.
public struct ActorID: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// The version of the policy pack a complaint was accepted under.
public struct PolicyVersion: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}
