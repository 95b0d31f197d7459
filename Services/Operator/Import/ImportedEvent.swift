import Contracts
import Domain
import Foundation

/// An intake event ready to be published: checked, with its Kafka key.
struct ImportedEvent: Hashable, Sendable {
    /// The line of the file it came from, from 1.
    let line: Int
    /// What the file says tells its rows apart; `nil` where it says nothing.
    let rowID: String?
    /// The event as intake reads it, nothing sealed.
    let input: IntakeInput
    /// The service number in the one spelling by which repeats are known.
    let key: String
    let event: CloudEvent

    /// Reads the event as intake will, sealing nothing.
    ///
    /// - Throws: the first fault intake would find; whether a channel, province or category exists is the policy's to say, not judged here.
    init(checking event: CloudEvent, line: Int, rowID: String? = nil) throws(RowFault) {
        do throws(Fault) {
            let draft = try IntakeReader.draft(of: event, guard: NoGuard())
            if let fault = draft.fault { throw fault }
            input = try draft.sealed(by: NoGuard())
            key = draft.key
        } catch {
            throw RowFault(line: line, error.withoutPrefix)
        }
        self.line = line
        self.rowID = rowID
        self.event = event
    }
}

extension Fault {
    /// With the field's name as the wire has it and without the `data.` before it, as people know it from the file or the option.
    var withoutPrefix: Fault {
        guard field.hasPrefix("data.") else { return self }
        return Fault(field: String(field.dropFirst(5)), problem: problem, expected: expected)
    }
}
