import CYAML

/// libyaml's parser over one text: the only place that touches C.
///
/// The parser keeps a pointer to itself (its read handler's data), so it lives at a fixed heap address; it reads the input where that
/// lies, so the stream owns a copy. `yaml_parser_delete` frees what the parser allocated, and `deinit` the two blocks.
@safe struct YAMLEventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(YAMLError) {
        self.file = file
        unsafe parser = .allocate(capacity: 1)
        unsafe input = .allocate(capacity: max(bytes.count, 1))
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            unsafe input.deallocate()
            throw YAMLError(.syntax("out of memory"), at: YAMLLocation(file: file, line: 1, column: 1))
        }
        _ = unsafe input.initialize(from: bytes)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// The next event; after `streamEnd` there is none.
    mutating func next() throws(YAMLError) -> YAMLEvent {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { unsafe yaml_event_delete(&event) }
        return unsafe convert(event)
    }

    private func convert(_ event: yaml_event_t) -> YAMLEvent {
        let mark = unsafe event.start_mark
        let place = YAMLLocation(file: file, line: mark.line + 1, column: mark.column + 1)
        func made(_ kind: YAMLEvent.Kind, anchor: String? = nil, tag: String? = nil) -> YAMLEvent {
            YAMLEvent(kind: kind, anchor: anchor, tag: tag, location: place)
        }
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let text = unsafe String(decoding: bytes, as: UTF8.self)
            let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
            return unsafe made(.scalar(text: text, isPlain: isPlain), anchor: string(scalar.anchor), tag: string(scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return unsafe made(.sequenceStart, anchor: string(start.anchor), tag: string(start.tag))
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return unsafe made(.mappingStart, anchor: string(start.anchor), tag: string(start.tag))
        case YAML_ALIAS_EVENT: return unsafe made(.alias(string(event.data.alias.anchor) ?? ""))
        case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
        case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
        case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
        case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
        case YAML_STREAM_START_EVENT: return made(.streamStart)
        // libyaml answers with no event once the stream has ended.
        default: return made(.streamEnd)
        }
    }

    private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let bytes = unsafe bytes else { return nil }
        return unsafe String(cString: bytes)
    }

    private func fault() -> YAMLError {
        let state = unsafe parser.pointee
        var reason = unsafe state.problem.map { unsafe String(cString: $0) } ?? "out of memory"
        if let context = unsafe state.context { reason = unsafe "\(String(cString: context)), \(reason)" }
        let mark = unsafe state.problem_mark
        return YAMLError(.syntax(reason), at: YAMLLocation(file: file, line: mark.line + 1, column: mark.column + 1))
    }
}
