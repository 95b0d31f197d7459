public import Domain
public import Foundation
internal import JSON

/// What a complainant says of themselves and their trouble (S065, S096, S104); it leaves the edge only sealed.
public struct PersonalData: Hashable, Codable, Sendable {
    /// The service number in clear.
    public let line: String
    public let customer: String?
    /// How the customer can be reached: a number, in the one spelling of `ServiceLine`, or an address.
    public let contact: String?
    public let description: String?
    /// What the customer asks for.
    public let demand: String?
    /// Why an earlier result did not satisfy (S059).
    public let dissatisfaction: String?
    /// How it was settled on the spot, and that the customer agreed (S049, S191).
    public let settlement: String?
    /// Of an appeal's written form (Order 35 art. 12).
    public let address: String?
    public let postcode: String?

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
            return try PersonalData(line: line, fields, withForm: true)
        }
    }

    init(line: String, _ fields: JSONFields, withForm: Bool) throws(Fault) {
        self.init(
            line: line, customer: try fields.string("customer"),
            contact: try fields.string("contact").map { ServiceLine.spelling(ofPhone: $0) ?? $0 },
            description: try fields.string("description"), demand: try fields.string("demand"),
            dissatisfaction: try fields.string("dissatisfaction"), settlement: try fields.string("settlement"),
            address: withForm ? try fields.string("address") : nil, postcode: withForm ? try fields.string("postcode") : nil)
    }

    /// The JSON that is sealed.
    public var json: Data {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("line", line)
        writer.member("customer", customer)
        writer.member("contact", contact)
        writer.member("description", description)
        writer.member("demand", demand)
        writer.member("dissatisfaction", dissatisfaction)
        writer.member("settlement", settlement)
        writer.member("address", address)
        writer.member("postcode", postcode)
        writer.endObject()
        return writer.data
    }

    /// The names of the fields that hold more than white space, the line aside.
    var given: Set<String> {
        var names: Set<String> = []
        if let customer, !TextRule.isBlank(customer) { names.insert("customer") }
        if let contact, !TextRule.isBlank(contact) { names.insert("contact") }
        if let description, !TextRule.isBlank(description) { names.insert("description") }
        if let demand, !TextRule.isBlank(demand) { names.insert("demand") }
        if let dissatisfaction, !TextRule.isBlank(dissatisfaction) { names.insert("dissatisfaction") }
        if let settlement, !TextRule.isBlank(settlement) { names.insert("settlement") }
        if let address, !TextRule.isBlank(address) { names.insert("address") }
        if let postcode, !TextRule.isBlank(postcode) { names.insert("postcode") }
        return names
    }

    /// - Throws: a `Fault` that names the first text that is too long or holds control characters.
    func check() throws(Fault) {
        try Self.check(customer, "customer", TextRule(maximum: 100))
        try Self.check(contact, "contact", TextRule(maximum: 200))
        if let contact, WrittenNumber.isRounded(contact) {
            throw Fault(
                field: "data.contact", problem: "is a number as a spreadsheet rounds it", expected: "all its digits, from a column of text")
        }
        try Self.check(description, "description", TextRule(maximum: 4000, allowsLineBreaks: true))
        try Self.check(demand, "demand", TextRule(maximum: 1000, allowsLineBreaks: true))
        try Self.check(dissatisfaction, "dissatisfaction", TextRule(maximum: 1000, allowsLineBreaks: true))
        try Self.check(address, "address", TextRule(maximum: 200))
        try Self.check(postcode, "postcode", TextRule(maximum: 20))
        try Self.check(settlement, "settlement", TextRule(maximum: 1000, allowsLineBreaks: true))
    }

    private static func check(_ text: String?, _ name: String, _ rule: TextRule) throws(Fault) {
        if let text { try rule.check(text, field: "data." + name) }
    }
}
