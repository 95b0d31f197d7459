/// A part of a submission that a policy may demand, by its name on the wire (S065, S096, S104).
public enum RequiredField: String, DocumentWord, Codable, Sendable, CaseIterable {
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
    /// How a complaint was settled on the spot (S191).
    case settlement
    /// Who took it down (S066, S103).
    case takenBy
    /// What an appeal's written form holds besides (Order 35 art. 12).
    case address
    case postcode
    case respondent
    case respondentAddress
    case appealDate
}

extension Submission {
    /// Whether the submission brings the field.
    func brings(_ field: RequiredField) -> Bool {
        switch field {
        case .customer, .contact, .description, .demand, .dissatisfaction, .settlement, .address, .postcode, .respondent,
            .respondentAddress, .appealDate:
            given.contains(field.rawValue)
        case .category: category != nil
        case .disputedAmount: disputedAmount != nil
        case .language: language != nil
        case .takenBy: details?.takenBy != nil
        }
    }
}
