public import Domain
internal import JSON

/// Writes a document as JSON without white space, straight into one buffer.
public struct JSONDocumentWriter: DocumentWriter {
    let text: JSONText

    public func value(_ text: String) { self.text.value(text) }
    public func value(_ truth: Bool) { text.value(truth) }
    public func value(_ whole: Int64) { text.value(whole) }
    public func value(_ number: Double) { text.value(number) }
    public func beginObject() { text.begin(isObject: true) }
    public func endObject() { text.end(isObject: true) }
    public func beginList() { text.begin(isObject: false) }
    public func endList() { text.end(isObject: false) }
    public func name(_ name: StaticString) { text.name(name) }
    public func name(_ name: String) { text.name(name) }
}
