/// A word that a policy file defines and the code only carries: a channel, a province, a unit.
///
/// It travels as a plain string. Which words there are is the policy's to say, so an unknown one is a fault of the message, not of the type.
public protocol Code: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible, CodingKeyRepresentable,
    ExpressibleByStringLiteral, DocumentText, DocumentName
where RawValue == String {
    init(_ text: String)
}

extension Code {
    public init(rawValue: String) { self.init(rawValue) }
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public init(documentText: String) { self.init(documentText) }
    public var documentText: String { rawValue }
    public init(documentName: String) { self.init(documentName) }
    public var documentName: String { rawValue }
    public static func form() -> DocumentForm<Self> { DocumentForm(.text, sample: Self("code")) }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

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

/// The language a person is written to.
public enum Language: String, DocumentWord, Codable, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// A line as everything behind intake sees it: joined by token, shown masked.
public struct LineReference: Hashable, Sendable {
    public let token: LineToken
    /// `138****8000`.
    public let masked: String

    /// Of an event whose line could not be read.
    public static let unreadable = LineReference(token: "", masked: "")

    public init(token: LineToken, masked: String) {
        self.token = token
        self.masked = masked
    }
}

extension LineReference: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        token = try fields.required("token")
        masked = try fields.required("masked")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("token", token)
        writer.write("masked", masked)
    }
}
