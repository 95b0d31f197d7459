/// The fields of an intake event that a mapping may fill, by their names on the wire.
enum ImportField: String, CodingKey, CaseIterable, Sendable {
    /// `submitted`, `supplemented`, `urged` or `withdrawn`; `submitted` where not given.
    case type
    case complaint
    case line
    case lineKind
    case channel
    case province
    case category
    case customer
    case contact
    case description
    case demand
    case dissatisfaction
    case language
    case receivedAt
    /// Several are divided by spaces, commas or semicolons.
    case flags
    /// A decimal number of the currency's main unit, such as `12.50`.
    case disputedAmount
    /// ISO 4217; `CNY` where not given.
    case currency
    case settledOnSpot
    /// How it was settled on the spot.
    case settlement
    /// The staff number of who took it down.
    case takenBy
    /// The line's own province, where the complaint is about another.
    case homeProvince
    case writtenByCustomer
    /// Duties of intake that were done, each a code or `code=reference`; divided as flags are.
    case duties

    /// Whether every digit counts, so that what a spreadsheet did to a number is a fault.
    var isNumber: Bool { [.line, .contact, .complaint, .takenBy].contains(self) }
}
