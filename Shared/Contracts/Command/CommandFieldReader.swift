internal import Domain
internal import Foundation

/// Reads the fields of a command from the data of its event, and seals at once what only people may read.
struct CommandFieldReader<Guard: PersonalDataGuard>: CommandFields, JSONMessageFields {
    let json: JSONFields
    let complaint: ComplaintNumber
    private let personalData: Guard

    /// - Throws: a `Fault` when there is no complaint.
    private init(_ json: JSONFields, _ personalData: Guard) throws(Fault) {
        self.json = json
        self.personalData = personalData
        complaint = ComplaintNumber(try CommandEnvelope.required("complaint", in: json))
    }

    /// Reads the data of a command and hands its fields to `body`, which must not keep them.
    ///
    /// - Throws: a `Fault` when there is no object or no complaint in it, and what `body` throws.
    static func read<Result: Sendable>(
        _ event: CloudEvent, guard personalData: Guard, _ body: @Sendable (inout CommandFieldReader) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        try JSONFields.read(event.data, at: "data") { json throws(Fault) in
            var fields = try CommandFieldReader(json, personalData)
            return try body(&fields)
        }
    }

    /// A command has its faults in the order of its fields: the first one is what its sender is told.
    func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) throws(Fault) -> Value { throw fault() }

    func codes(_ field: CommandField) throws(Fault) -> [String] {
        let codes = try json.strings(field.name) ?? []
        for code in codes { try TextRule.code.check(code, field: json.path(field.name)) }
        try checkCount(codes.count, of: field)
        return codes
    }

    func figures(_ field: CommandField) throws(Fault) -> [Particulars.Figure] {
        var figures: [Particulars.Figure] = []
        for figure in try json.objects(field.name) ?? [] {
            let name = try CommandEnvelope.required("name", in: figure)
            guard let value = try figure.integer("value") else {
                throw Fault(field: figure.path("value"), problem: "is missing", expected: "a whole number")
            }
            guard value >= 0 else { throw Fault(field: figure.path("value"), problem: "is below 0", expected: "0 or more") }
            figures.append(Particulars.Figure(name: name, value: value))
        }
        try checkCount(figures.count, of: field)
        return figures
    }

    func seal(_ text: String, of field: CommandField, for purpose: SealedPurpose) throws(Fault) -> Sealed {
        do {
            return try personalData.seal(Data(text.utf8), context: purpose == .answer ? SealContext.answer : SealContext.note)
        } catch {
            throw Fault.unsealable(json.path(field.name))
        }
    }

    private func checkCount(_ count: Int, of field: CommandField) throws(Fault) {
        guard count <= 16 else { throw Fault(field: json.path(field.name), problem: "has too many elements", expected: "at most 16") }
    }
}
