/// Builds the tree of nodes from the parser's events, and keeps the limits.
struct YAMLComposer: ~Copyable {
    /// A node with what it would cost if it were written out in full.
    private struct Composed {
        let node: YAMLNode
        /// Nodes in the whole subtree, aliases written out.
        let size: Int
        /// Levels of mappings and sequences in the subtree.
        let height: Int
    }

    private var events: YAMLEventStream
    private let limits: YAMLLimits
    private var anchors: [String: Composed] = [:]
    private var nodeCount = 0

    /// Reads all documents of a text.
    static func documents(_ bytes: [UInt8], file: String, limits: YAMLLimits) throws(YAMLError) -> [YAMLNode] {
        guard bytes.count <= limits.bytes else {
            throw YAMLError(.limitExceeded("\(limits.bytes) bytes"), at: YAMLLocation(file: file, line: 1, column: 1))
        }
        var composer = YAMLComposer(events: try YAMLEventStream(bytes, file: file), limits: limits)
        return try composer.documents()
    }

    private init(events: consuming YAMLEventStream, limits: YAMLLimits) {
        self.events = events
        self.limits = limits
    }

    private mutating func documents() throws(YAMLError) -> [YAMLNode] {
        var documents: [YAMLNode] = []
        while true {
            switch try events.next().kind {
            case .streamEnd: return documents
            case .documentStart:
                anchors = [:]
                documents.append(try node(from: try events.next(), depth: 0).node)
            case .streamStart, .documentEnd, .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd: continue
            }
        }
    }

    private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        if case .alias(let name) = event.kind { return try alias(name, at: event.location, depth: depth) }
        try count(1, at: event.location)
        let composed: Composed
        switch event.kind {
        case .sequenceStart: composed = try sequence(event, depth: depth + 1)
        case .mappingStart: composed = try mapping(event, depth: depth + 1)
        case .scalar(let text, let isPlain):
            let scalar = try resolve(text, isPlain: isPlain, event)
            composed = Composed(node: YAMLNode(.scalar(scalar), at: event.location), size: 1, height: 0)
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .alias, .sequenceEnd, .mappingEnd:
            throw YAMLError(.syntax("a value is missing"), at: event.location)
        }
        // An anchor counts from the end of its node, so no node can contain itself.
        if let anchor = event.anchor { anchors[anchor] = composed }
        return composed
    }

    private mutating func sequence(_ start: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        try checkDepth(depth, at: start.location)
        try checkTag(start, is: "seq")
        var elements: [YAMLNode] = []
        var (size, height) = (1, 0)
        while true {
            let event = try events.next()
            if case .sequenceEnd = event.kind { break }
            let element = try node(from: event, depth: depth)
            elements.append(element.node)
            size += element.size
            height = max(height, element.height)
        }
        return Composed(node: YAMLNode(.sequence(elements), at: start.location), size: size, height: height + 1)
    }

    private mutating func mapping(_ start: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        try checkDepth(depth, at: start.location)
        try checkTag(start, is: "map")
        var entries: [YAMLNode.Entry] = []
        var lines: [String: Int] = [:]
        var (size, height) = (1, 0)
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { break }
            let key = try node(from: event, depth: depth)
            guard let name = key.node.text else { throw YAMLError(.compoundKey, at: event.location) }
            if let firstLine = lines.updateValue(event.location.line, forKey: name) {
                throw YAMLError(.duplicateKey(name, firstLine: firstLine), at: event.location)
            }
            let value = try node(from: try events.next(), depth: depth)
            entries.append(YAMLNode.Entry(key: name, keyLocation: event.location, value: value.node))
            size += key.size + value.size
            height = max(height, value.height)
        }
        return Composed(node: YAMLNode(.mapping(entries), at: start.location), size: size, height: height + 1)
    }

    private mutating func alias(_ name: String, at place: YAMLLocation, depth: Int) throws(YAMLError) -> Composed {
        guard let target = anchors[name] else { throw YAMLError(.undefinedAlias(name), at: place) }
        try count(target.size, at: place)
        try checkDepth(depth + target.height, at: place)
        return target
    }

    private func resolve(_ text: String, isPlain: Bool, _ event: YAMLEvent) throws(YAMLError) -> YAMLScalar {
        let plain = YAMLScalar(plain: text)
        let wanted: YAMLScalar.Kind
        switch event.tag {
        case nil: return isPlain ? plain : YAMLScalar(text: text, kind: .text)
        case "!", "tag:yaml.org,2002:str": return YAMLScalar(text: text, kind: .text)
        case "tag:yaml.org,2002:null": wanted = .null
        case "tag:yaml.org,2002:bool": wanted = .bool
        case "tag:yaml.org,2002:int": wanted = .integer
        case "tag:yaml.org,2002:float": wanted = plain.kind == .integer ? .integer : .float
        case .some(let tag): throw YAMLError(.unknownTag(tag), at: event.location)
        }
        guard plain.kind == wanted else {
            throw YAMLError(.wrongType(expected: "what the tag \(event.tag ?? "") says", found: plain.phrase), at: event.location)
        }
        return plain
    }

    private func checkTag(_ start: YAMLEvent, is name: String) throws(YAMLError) {
        guard let tag = start.tag, tag != "!", tag != "tag:yaml.org,2002:\(name)" else { return }
        throw YAMLError(.unknownTag(tag), at: start.location)
    }

    private func checkDepth(_ depth: Int, at place: YAMLLocation) throws(YAMLError) {
        if depth > limits.depth { throw YAMLError(.limitExceeded("\(limits.depth) levels of nesting"), at: place) }
    }

    private mutating func count(_ nodes: Int, at place: YAMLLocation) throws(YAMLError) {
        nodeCount += nodes
        if nodeCount > limits.nodes { throw YAMLError(.limitExceeded("\(limits.nodes) nodes, aliases written out"), at: place) }
    }
}
