public import Domain

extension IntakeType {
    /// The schema of the event's data, made from its description.
    public var schema: MessageSchema {
        let properties = [IntakeSchema.line, IntakeSchema.lineKind] + fields.map(IntakeSchema.property(of:))
        return MessageSchema(
            type: rawValue, title: about.title, description: about.text, properties: properties, rules: IntakeSchema.spelling,
            example: .object(
                [IntakeSchema.line, IntakeSchema.lineKind].map { .init($0.name, $0.example) }
                    + fields.compactMap { IntakeSchema.example(of: $0, instead: about.example) }))
    }
}

/// The properties of intake events' schemas.
private enum IntakeSchema {
    static let line = MessageSchema.Property(
        "line", [.init("type", .text("string")), .init("minLength", .number(1)), .init("maxLength", .number(64))],
        """
        The service number 业务号码 the complaint is about (S130): 3 to 20 digits with or without a leading +; for an account 1 to 64 letters, \
        digits, dots, underscores, at signs or hyphens. One number is one line however it is spelled: blanks, dashes, brackets, digits in full \
        width and invisible characters are passed over, +86, 0086 and 86 dropped, and a fixed line has its trunk zero; a number as a spreadsheet \
        rounds it (1.39E+10) is refused. It is also the Kafka key.
        """, example: .text("13800138000"))

    static let lineKind = MessageSchema.Property(
        "lineKind", isRequired: false, CommandSchema.rules(of: .words(ServiceLine.Kind.allCases.map(\.rawValue))),
        "What kind of number `line` is; a phone number where it is left out.", example: .text(ServiceLine.Kind.phone.rawValue))

    /// How a line of either kind is written.
    static let spelling: [SchemaNode.Member] = [
        .init(
            "if",
            .object([
                .init("properties", .object([.init("lineKind", .object([.init("const", .text(ServiceLine.Kind.account.rawValue))]))])),
                .init("required", .texts(["lineKind"])),
            ])),
        .init("then", pattern("^[A-Za-z0-9._@-]{1,64}$")), .init("else", pattern(#"^\+?[0-9]{3,20}$"#)),
    ]

    private static func pattern(_ pattern: String) -> SchemaNode {
        .object([.init("properties", .object([.init("line", .object([.init("pattern", .text(pattern))]))]))])
    }

    static func property(of field: IntakeField) -> MessageSchema.Property {
        .init(
            field.name, isRequired: field.field.isRequired, rules(of: field.kind), field.field.help,
            example: example(field.field.example, of: field.kind))
    }

    /// A field's member of the whole example; `nil` where the example leaves it out.
    static func example(of field: IntakeField, instead: [String: String?]) -> SchemaNode.Member? {
        guard let text = instead[field.name, default: field.field.example] else { return nil }
        return .init(field.name, example(text, of: field.kind))
    }

    private static func rules(of kind: IntakeField.Kind) -> [SchemaNode.Member] {
        switch kind {
        case .plain(let kind): CommandSchema.rules(of: kind)
        case .personal(let form): [.init("type", .text("string")), .init("maxLength", .number(Int64(form.maximum)))]
        case .day: [.init("type", .text("string")), .init("format", .text("date"))]
        case .choices(let words): list(of: CommandSchema.rules(of: .words(words)))
        case .object(let fields): rules(of: fields)
        case .objects(let fields): list(of: rules(of: fields))
        }
    }

    private static func rules(of fields: [IntakeField]) -> [SchemaNode.Member] {
        let required = fields.filter(\.field.isRequired).map(\.name)
        let properties = fields.map { field in
            SchemaNode.Member(field.name, .object([.init("description", .text(field.field.help))] + rules(of: field.kind)))
        }
        return [.init("type", .text("object"))] + (required.isEmpty ? [] : [.init("required", .texts(required))])
            + [.init("properties", .object(properties))]
    }

    private static func list(of element: [SchemaNode.Member]) -> [SchemaNode.Member] {
        [.init("type", .text("array")), .init("items", .object(element))]
    }

    private static func example(_ text: String, of kind: IntakeField.Kind) -> SchemaNode {
        switch kind {
        case .plain(let kind): CommandSchema.example(text, of: kind)
        case .personal, .day: .text(text)
        case .choices: .texts(text.isEmpty ? [] : [text])
        case .object(let fields): example(of: fields)
        case .objects(let fields): .array([example(of: fields)])
        }
    }

    private static func example(of fields: [IntakeField]) -> SchemaNode {
        .object(
            fields.compactMap { field in
                if case .choices = field.kind { return .init(field.name, example("", of: field.kind)) }
                return field.field.example.isEmpty ? nil : .init(field.name, example(field.field.example, of: field.kind))
            })
    }
}
