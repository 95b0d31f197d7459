/// A part of a submission that a policy may demand, by its name on the wire (S065, S096, S104).
public enum RequiredField: String, Codable, Sendable, CaseIterable {
    case customer
    case contact
    case description
    /// What the customer asks for.
    case demand
    /// Why the customer is not content with the earlier result (S059).
    case dissatisfaction
    case category
    case disputedAmount
    case language
}

extension Submission {
    /// Whether the submission brings the field.
    func brings(_ field: RequiredField) -> Bool {
        switch field {
        case .customer, .contact, .description, .demand, .dissatisfaction: given.contains(field.rawValue)
        case .category: category != nil
        case .disputedAmount: disputedAmount != nil
        case .language: language != nil
        }
    }
}
