internal import Domain
internal import JSON

/// Writes a document as JSON without white space, straight into one buffer.
struct JSONDocumentWriter: DocumentWriter {
    let text: JSONText

    func value(_ text: String) { self.text.value(text) }
    func value(_ truth: Bool) { text.value(truth) }
    func value(_ whole: Int64) { text.value(whole) }
    func value(_ number: Double) { text.value(number) }
    func beginObject() { text.begin(isObject: true) }
    func endObject() { text.end(isObject: true) }
    func beginList() { text.begin(isObject: false) }
    func endList() { text.end(isObject: false) }
    func name(_ name: StaticString) { text.name(name) }
    func name(_ name: String) { text.name(name) }
}
