internal import Foundation
internal import JSON
internal import Synchronization

/// Texts with their buffers, lent to whoever writes a document, as `SharedReaders` are: a document then costs the memory it takes and no other.
enum SharedWriters {
    /// One text, lent to one thread at a time.
    private final class Slot: Sendable {
        let text = Mutex<JSONText?>(nil)
    }

    private static let slots = (0..<16).map { _ in Slot() }

    /// What most documents fit into.
    private static let capacity = 4_096

    /// The document that `write` writes.
    static func document(_ write: @Sendable (JSONText) -> Void) -> Data {
        for slot in slots {
            let data = slot.text.withLockIfAvailable { (text: inout sending JSONText?) -> Data in
                if let text {
                    text.rewind()
                    write(text)
                    return text.data
                }
                let made = JSONText(capacity: capacity)
                text = made
                write(made)
                return made.data
            }
            if let data { return data }
        }
        let made = JSONText(capacity: capacity)
        write(made)
        return made.data
    }
}
