public import Domain

extension CommandName {
    /// The schema of the command's data, made from its description.
    public var schema: MessageSchema {
        MessageSchema(
            type: type, title: about.title, description: about.text,
            properties: [CommandSchema.complaint, CommandSchema.sender(about.sender)] + fields.map(CommandSchema.property(of:)))
    }
}

/// The properties of commands' schemas.
enum CommandSchema {
    static let complaint = MessageSchema.Property(
        "complaint", text(64), "The unified complaint number 统一投诉编码 (S105, S155).", example: .text("C20260302003000127"))

    static func sender(_ sender: CommandDescription.Sender) -> MessageSchema.Property {
        switch sender {
        case .handlersDesk:
            .init("by", text(64), "Who commands: a staff number, not a name.", example: .text("staff-0417"))
        case .approver, .billing:
            .init("by", text(64), "Who commands: a staff number or a system, not a name.", example: .text("staff-0417"))
        case .gateway:
            .init(
                "by", isRequired: false, text(64), "Who says so; the CloudEvents source where it is left out.",
                example: .text("sms-gateway"))
        }
    }

    static func property(of field: DescribedField) -> MessageSchema.Property {
        .init(
            field.name, isRequired: field.field.isRequired, rules(of: field.kind), field.field.help,
            example: example(field.field.example, of: field.kind))
    }

    static func rules(of kind: DescribedField.Kind) -> [SchemaNode.Member] {
        switch kind {
        case .text(let form): text(form.maximum)
        case .words(let words): [.init("type", .text("string")), .init("enum", .texts(words))]
        case .number(let range): number(range)
        case .flag: [.init("type", .text("boolean"))]
        case .time: [.init("type", .text("string")), .init("format", .text("date-time"))]
        case .amount:
            [
                .init("type", .text("object")), .init("required", .texts(["minorUnits", "currency"])),
                .init(
                    "properties",
                    .object([
                        .init("minorUnits", .object([.init("description", .text(minorUnits))] + number(0...MoneyRule.maximumMinorUnits))),
                        .init(
                            "currency",
                            .object([
                                .init("description", .text("ISO 4217.")), .init("type", .text("string")),
                                .init("pattern", .text("^[A-Z]{3}$")),
                            ])),
                    ])),
            ]
        case .codes: list(of: text(64))
        case .figures:
            list(of: [
                .init("type", .text("object")), .init("required", .texts(["name", "value"])),
                .init(
                    "properties",
                    .object([
                        .init("name", .object([.init("description", .text("The figure's name."))] + text(64))),
                        .init(
                            "value",
                            .object([
                                .init("description", .text("Its value.")), .init("type", .text("integer")), .init("minimum", .number(0)),
                            ])),
                    ])),
            ])
        }
    }

    /// The example of a field, given in the form that descriptions have.
    static func example(_ text: String, of kind: DescribedField.Kind) -> SchemaNode {
        let number = SchemaNode.number(Int64(digits: text) ?? 0)
        return switch kind {
        case .text, .words, .time: .text(text)
        case .number: number
        case .flag: .truth(text == "true")
        case .amount: .object([.init("minorUnits", number), .init("currency", .text("CNY"))])
        case .codes: .texts([text])
        case .figures:
            .array(
                text.split(separator: ",").map { figure in
                    let parts = figure.split(separator: "=")
                    return .object([
                        .init("name", .text(String(parts[0]))), .init("value", .number(Int64(digits: parts[parts.count - 1]) ?? 0)),
                    ])
                })
        }
    }

    private static func text(_ maximum: Int) -> [SchemaNode.Member] {
        [.init("type", .text("string")), .init("minLength", .number(1)), .init("maxLength", .number(Int64(maximum)))]
    }

    private static func number(_ range: ClosedRange<Int64>) -> [SchemaNode.Member] {
        [.init("type", .text("integer")), .init("minimum", .number(range.lowerBound)), .init("maximum", .number(range.upperBound))]
    }

    private static func list(of element: [SchemaNode.Member]) -> [SchemaNode.Member] {
        [.init("type", .text("array")), .init("maxItems", .number(16)), .init("items", .object(element))]
    }

    private static let minorUnits =
        "The amount in the currency's smallest unit by ISO 4217: fen for CNY, whole yen for JPY, thousandths for KWD. A whole number "
        + "however it is written: 5000, 5000.0 and 5e3 are one."
}
