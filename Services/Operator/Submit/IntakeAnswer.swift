import Contracts
import Domain

/// What intake has said to one event that was submitted.
struct IntakeAnswer: Encodable {
    /// The last word of the answer's type.
    enum Outcome: String, Encodable, CaseIterable {
        case registered
        case informationRequired = "information-required"
        case rejected
        case urged, supplemented, withdrawn, exposed, flagged, contested
        case feedbackGiven = "feedback-given"
    }

    /// The line of the file, 1 for a single event.
    let line: Int
    let source: String
    let id: String
    /// `nil` as long as nothing is known.
    private(set) var outcome: Outcome?
    private(set) var complaint: String?
    /// What the customer is asked for.
    private(set) var missing: [String]?
    private(set) var fault: Fault?

    private enum CodingKeys: String, CodingKey {
        case line, source, id, outcome, complaint, missing
        case fault
    }

    init(to event: CloudEvent, line: Int) {
        self.line = line
        source = event.source
        id = event.id
    }

    /// Writes down an answer; the first counts, and what follows it (a report upward) says nothing new.
    mutating func take(_ word: Outcome, _ data: AnswerData) {
        guard outcome == nil else { return }
        outcome = word
        complaint = data.complaint
        missing = data.missing
        fault = data.fault?.withoutPrefix
    }

    /// For people, in one line.
    var words: String {
        let number = complaint ?? "the complaint"
        switch outcome {
        case .registered: return "registered as \(number)"
        case .informationRequired: return "\(number) waits for " + (missing ?? []).joined(separator: ", ")
        case .rejected: return "rejected" + (fault.map { ": \($0)" } ?? "")
        case .urged: return "joined \(number), which is open, as an urge"
        case .supplemented: return "supplemented \(number)"
        case .withdrawn: return "withdrew \(number)"
        case .exposed, .flagged, .feedbackGiven, .contested: return "noted at \(number)"
        case nil: return "no answer yet"
        }
    }
}

/// What of an answer's data is looked at, whatever its type.
struct AnswerData: Sendable {
    let complaint: String?
    let eventSource: String?
    let eventID: String?
    let missing: [String]?
    let fault: Fault?
}

extension AnswerData: ReadableDocument {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.optional("complaint")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
        missing = try fields.optional("missing")
        fault = try fields.optional("fault")
    }
}
