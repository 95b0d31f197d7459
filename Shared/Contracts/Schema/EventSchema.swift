internal import Domain

extension EventForm {
    /// The schema of the event's data: what the payload's description says, and of a schema as it was written what a description cannot say: the title,
    /// sentences, limits, examples, and which words of several are published.
    ///
    /// - Parameter written: `nil` for a type that has no schema yet; it then lacks sentences and an example, which people write.
    public func schema(keeping written: SchemaNode?) -> SchemaNode {
        shape.merged(into: written ?? .object(MessageSchema.head(of: type, title: "", description: "")), isNew: written == nil)
    }
}

extension DocumentShape {
    /// - Parameter isNew: whether nothing was written of it before, so that nothing was left open on purpose.
    fileprivate func merged(into written: SchemaNode, isNew: Bool) -> SchemaNode {
        var members = Members(written)
        switch self {
        case .text: members["type"] = .text("string")
        case .format(let format):
            members["type"] = .text("string")
            members["format"] = .text(format)
        case .words(let words):
            members["type"] = .text("string")
            // A schema may leave open which words there will be.
            if isNew || members["enum"] != nil { members["enum"] = Self.texts(words, inTheOrderOf: members["enum"]) }
        case .truth: members["type"] = .text("boolean")
        case .whole: members["type"] = .text("integer")
        case .number: members["type"] = .text("number")
        case .list(let element):
            members["type"] = .text("array")
            members.merge("items", element)
        case .table(let value):
            members["type"] = .text("object")
            members.merge("additionalProperties", value)
        case .object(let fields): Self.merge(fields, into: &members)
        }
        return members.node
    }

    private static func merge(_ fields: [DocumentField], into members: inout Members) {
        members["type"] = .text("object")
        let required = fields.filter(\.isRequired).map(\.name)
        if !required.isEmpty || members["required"] != nil { members["required"] = texts(required, inTheOrderOf: members["required"]) }
        var properties = Members(members["properties"] ?? .object([]))
        properties.keep(Set(fields.map(\.name)))
        for field in fields { properties.merge(field.name, field.shape) }
        members["properties"] = properties.node
    }

    /// The texts in the order they were written in, and then those that were not.
    private static func texts(_ texts: [String], inTheOrderOf written: SchemaNode?) -> SchemaNode {
        var former: [String] = []
        if case .array(let nodes)? = written {
            for case .text(let text) in nodes where texts.contains(text) { former.append(text) }
        }
        return .texts(former + texts.filter { !former.contains($0) })
    }
}

/// The members of an object, each replaced where it stands.
private struct Members {
    private var members: [SchemaNode.Member]

    init(_ node: SchemaNode) {
        if case .object(let members) = node { self.members = members } else { members = [] }
    }

    var node: SchemaNode { .object(members) }

    subscript(name: String) -> SchemaNode? {
        get { members.first { $0.name == name }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.name == name } }
            let member = SchemaNode.Member(name, newValue)
            if let place = members.firstIndex(where: { $0.name == name }) { members[place] = member } else { members.append(member) }
        }
    }

    mutating func keep(_ names: Set<String>) { members.removeAll { !names.contains($0.name) } }

    mutating func merge(_ name: String, _ shape: DocumentShape) {
        let written = self[name]
        self[name] = shape.merged(into: written ?? .object([]), isNew: written == nil)
    }
}
