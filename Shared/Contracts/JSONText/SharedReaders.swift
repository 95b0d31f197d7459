internal import JSON
internal import Synchronization

/// JSON readers with their buffers, lent to whoever reads a document: the readers of events are functions and own none.
///
/// Nobody waits: who finds all of them lent out, as many threads as there are readers, makes one for the one document.
enum SharedReaders {
    /// One reader, lent to one thread at a time.
    private final class Slot: Sendable {
        let reader = Mutex<JSONReader?>(nil)
    }

    /// Twice the threads that a process of this product has.
    private static let slots = (0..<16).map { _ in Slot() }

    /// Lends a reader for as long as `body` runs.
    ///
    /// - Throws: what `body` throws, or the reader's error when there is no memory for it.
    static func lend<Result: Sendable, Failure: Error>(
        orFail memory: @Sendable (JSONError) -> Failure, _ body: @Sendable (JSONReader) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        for slot in slots {
            let result = try slot.reader.withLockIfAvailable { (reader: inout sending JSONReader?) throws(Failure) -> Result in
                if let reader { return try body(reader) }
                let made = try make(orFail: memory)
                reader = made
                return try body(made)
            }
            if let result { return result }
        }
        return try body(make(orFail: memory))
    }

    private static func make<Failure: Error>(orFail memory: @Sendable (JSONError) -> Failure) throws(Failure) -> JSONReader {
        do {
            return try JSONReader()
        } catch {
            throw memory(error)
        }
    }
}
