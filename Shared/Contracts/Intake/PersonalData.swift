public import Domain
public import Foundation
internal import JSON

/// What a complainant says of themselves and their trouble (S065, S096, S104); it leaves the edge only sealed.
public struct PersonalData: Hashable, Codable, Sendable {
    /// The service number in clear.
    public let line: String
    public private(set) var customer: String?
    /// How the customer can be reached: a number, in the one spelling of `ServiceLine`, or an address.
    public private(set) var contact: String?
    public private(set) var description: String?
    /// What the customer asks for.
    public private(set) var demand: String?
    /// Why an earlier result did not satisfy (S059).
    public private(set) var dissatisfaction: String?
    /// How it was settled on the spot, and that the customer agreed (S049, S191).
    public private(set) var settlement: String?
    /// Of an appeal's written form (Order 35 art. 12).
    public private(set) var address: String?
    public private(set) var postcode: String?

    public init(
        line: String, customer: String? = nil, contact: String? = nil, description: String? = nil, demand: String? = nil,
        dissatisfaction: String? = nil, settlement: String? = nil, address: String? = nil,
        postcode: String? = nil
    ) {
        self.line = line
        self.customer = customer
        self.contact = contact
        self.description = description
        self.demand = demand
        self.dissatisfaction = dissatisfaction
        self.settlement = settlement
        self.address = address
        self.postcode = postcode
    }

    /// Reads what a seal held.
    ///
    /// - Throws: a `Fault` when the bytes are not such data.
    public init(json: Data) throws(Fault) {
        self = try JSONFields.read(json, at: "personal") { fields throws(Fault) in
            guard let line = try fields.string("line") else {
                throw Fault(field: "personal.line", problem: "is missing", expected: "a service number")
            }
            var personal = PersonalData(line: line)
            for field in PersonalField.allCases { personal[field] = try fields.string(field.rawValue) }
            if let contact = personal.contact { personal.contact = ServiceLine.spelling(ofPhone: contact) ?? contact }
            return personal
        }
    }

    subscript(field: PersonalField) -> String? {
        get {
            switch field {
            case .customer: customer
            case .contact: contact
            case .description: description
            case .demand: demand
            case .dissatisfaction: dissatisfaction
            case .settlement: settlement
            case .address: address
            case .postcode: postcode
            }
        }
        set {
            switch field {
            case .customer: customer = newValue
            case .contact: contact = newValue
            case .description: description = newValue
            case .demand: demand = newValue
            case .dissatisfaction: dissatisfaction = newValue
            case .settlement: settlement = newValue
            case .address: address = newValue
            case .postcode: postcode = newValue
            }
        }
    }

    /// The JSON that is sealed.
    public var json: Data {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("line", line)
        for field in PersonalField.allCases { writer.member(field.rawValue, self[field]) }
        writer.endObject()
        return writer.data
    }
}
