import CSimdJSON
public import Foundation

/// Reads JSON documents fast, one after the other, with one set of buffers.
///
/// A reader belongs to one thread. What ``parse(_:)`` gives looks into the reader's buffers and is good until the next document is parsed;
/// reading it later is a fault (``JSONError/Kind/stale``), never another document's content. Behind it is simdjson's DOM parser: the whole
/// document is checked, then fields are looked up without decoding the others.
@safe public final class JSONReader {
    /// Raised by each parse, so that what belongs to an earlier document is known.
    private(set) var generation = 0
    /// The bytes of the document, for ``JSONObject/rawData(_:)``.
    private(set) var source = Data()

    private let limits: JSONLimits
    /// Owned: made in `init`, freed in `deinit`, used by the one thread that owns the reader.
    private let parser: OpaquePointer

    /// Makes a reader with its buffers.
    ///
    /// - Throws: ``JSONError/Kind/outOfMemory``.
    public init(limits: JSONLimits = .standard) throws(JSONError) {
        self.limits = limits
        guard let made = unsafe redress_json_parser_new(limits.bytes, limits.depth) else { throw JSONError(.outOfMemory) }
        unsafe parser = made
    }

    deinit {
        unsafe redress_json_parser_free(parser)
    }

    /// Reads a document whose outermost value is an object, as every message here is.
    ///
    /// - Throws: ``JSONError`` with the kind of the fault and its byte offset.
    public func parse(_ document: Data) throws(JSONError) -> JSONObject {
        try parseElement(document).object()
    }

    /// Reads a document of any kind.
    ///
    /// - Throws: ``JSONError`` with the kind of the fault and its byte offset.
    public func parseElement(_ document: Data) throws(JSONError) -> JSONElement {
        generation += 1
        source = Data()
        if document.count > limits.bytes { throw JSONError(.tooLong(limit: limits.bytes)) }
        var root = redress_json_value()
        let fault = unsafe document.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return REDRESS_JSON_EMPTY }
            return unsafe redress_json_parse(parser, start.assumingMemoryBound(to: UInt8.self), bytes.count, &root)
        }
        if fault != REDRESS_JSON_OK { root = try parseWithoutLongNumbers(fault, document) }
        source = document
        return JSONElement(reader: self, generation: generation, value: root, way: .root)
    }

    /// Reads a refused document once more, where nothing is wrong with it but numbers beyond what 64 bits and binary floating point hold: each
    /// is then a number that whoever asks for it is refused, and that keeps nobody from reading the rest.
    ///
    /// - Throws: ``JSONError`` that says what is wrong, and where.
    private func parseWithoutLongNumbers(_ fault: redress_json_fault, _ document: Data) throws(JSONError) -> redress_json_value {
        switch fault {
        case REDRESS_JSON_EMPTY: throw JSONError(.empty, offset: 0)
        case REDRESS_JSON_NO_MEMORY: throw JSONError(.outOfMemory)
        case REDRESS_JSON_TOO_LONG: throw JSONError(.tooLong(limit: limits.bytes))
        default: break
        }
        var bytes = [UInt8](document)
        var locator = JSONFaultLocator(bytes, limits: limits)
        if fault == REDRESS_JSON_NOT_UTF8 { throw JSONError(.invalidUTF8, offset: locator.firstInvalidUTF8()) }
        if let found = locator.locate() { throw found }
        for place in locator.numbersOutOfRange { bytes.replaceSubrange(place, with: NumberOutOfRange.text(of: place.count)) }
        var root = redress_json_value()
        let second = unsafe bytes.withUnsafeBufferPointer { unsafe redress_json_parse(parser, $0.baseAddress, $0.count, &root) }
        guard second == REDRESS_JSON_OK else { throw JSONError(.malformed(expected: "JSON")) }
        return root
    }
}

/// The bounds a JSON document must keep.
public struct JSONLimits: Sendable {
    /// The longest document, in bytes.
    public var bytes: Int
    /// The deepest nesting of objects and arrays, the outermost counted as 1.
    public var depth: Int

    /// Sets the bounds.
    public init(bytes: Int = 8 << 20, depth: Int = 64) {
        self.bytes = bytes
        self.depth = depth
    }

    /// 8 MiB and 64 levels.
    public static let standard = JSONLimits()
}
