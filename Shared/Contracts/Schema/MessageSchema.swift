/// The JSON Schema of one type's data, as it is written under `Ops/contracts/schemas`: whatever describes a message in Swift comes to one of these.
public struct MessageSchema: Hashable, Sendable {
    /// One property of the data.
    public struct Property: Hashable, Sendable {
        public let name: String
        public let isRequired: Bool
        /// What a value has to be, beside its description and its example.
        public let rules: [SchemaNode.Member]
        public let description: String
        public let example: SchemaNode

        public init(_ name: String, isRequired: Bool = true, _ rules: [SchemaNode.Member], _ description: String, example: SchemaNode) {
            self.name = name
            self.isRequired = isRequired
            self.rules = rules
            self.description = description
            self.example = example
        }
    }

    /// The CloudEvents type.
    public let type: String
    public let title: String
    public let description: String
    public let properties: [Property]
    /// What else the data has to be, such as that one property depends on another.
    public let rules: [SchemaNode.Member]
    /// The whole of the data as it may be.
    public let example: SchemaNode

    /// - Parameter example: `nil` for one that has every property with its own example.
    public init(
        type: String, title: String, description: String, properties: [Property], rules: [SchemaNode.Member] = [],
        example: SchemaNode? = nil
    ) {
        self.type = type
        self.title = title
        self.description = description
        self.properties = properties
        self.rules = rules
        self.example = example ?? .object(properties.map { .init($0.name, $0.example) })
    }

    /// What every schema begins with.
    static func head(of type: String, title: String, description: String) -> [SchemaNode.Member] {
        [
            .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            .init("$id", .text("https://redress.example/contracts/schemas/\(type).json")), .init("title", .text(title)),
            .init("description", .text(description)),
        ]
    }

    /// The schema as a document.
    public var document: SchemaNode {
        .object(
            Self.head(of: type, title: title, description: description) + [
                .init("type", .text("object")), .init("required", .texts(properties.filter(\.isRequired).map(\.name))),
                .init("properties", .object(properties.map { .init($0.name, Self.node(of: $0)) })),
            ] + rules + [.init("examples", .array([example]))])
    }

    private static func node(of property: Property) -> SchemaNode {
        .object(
            [.init("description", .text(property.description))] + property.rules + [.init("examples", .array([property.example]))])
    }
}
