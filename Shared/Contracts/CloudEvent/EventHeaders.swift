internal import Foundation

/// The headers of a Kafka message as a reader of events looks at them: once, as bytes, without making anything of those it does not need.
public protocol EventHeaders {
    /// Lends each header's name and value in their order, `nil` for a null value.
    func forEachField(_ body: (_ name: Span<UInt8>, _ value: Span<UInt8>?) -> Void)
}

/// Where the headers of an event are written.
public protocol EventHeaderWriter {
    mutating func append(_ name: StaticString, text: String)
}

/// Headers that were put together one by one.
struct HeaderList: EventHeaders {
    private let fields: [(name: [UInt8], value: Data?)]

    init(_ headers: [(name: String, value: Data?)]) {
        fields = headers.map { (Array($0.name.utf8), $0.value) }
    }

    func forEachField(_ body: (_ name: Span<UInt8>, _ value: Span<UInt8>?) -> Void) {
        for field in fields {
            if let value = field.value { body(field.name.span, value.span) } else { body(field.name.span, nil) }
        }
    }
}

/// Headers as they are written, one by one.
struct WrittenHeaders: EventHeaderWriter {
    private(set) var headers: [(name: String, value: Data)] = []

    mutating func append(_ name: StaticString, text: String) { headers.append(("\(name)", Data(text.utf8))) }
}
