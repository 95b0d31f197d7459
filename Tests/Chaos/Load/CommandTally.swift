import Contracts
import Domain
import Synchronization

/// How often each type of message was given, and how often it was seen to take effect. Shared by those who give and the report.
final class CommandTally: Sendable {
    /// One type's figures.
    struct Count: Equatable, Sendable {
        var given = 0
        var effective = 0
    }

    /// Everything that outsiders may send: each of it is given in every round.
    static let types =
        IntakeType.allCases.map(\.rawValue) + WorkOrderCommand.Name.allCases.map(\.type) + ClaimCommand.Name.allCases.map(\.type)
        + [delivered, failed]

    static let delivered = "redress.notification.receipt.v1 delivered"
    static let failed = "redress.notification.receipt.v1 failed"

    private let counts = Mutex<[String: Count]>([:])

    func give(_ type: String) { counts.withLock { $0[type, default: Count()].given += 1 } }

    func takeEffect(_ type: String) { counts.withLock { $0[type, default: Count()].effective += 1 } }

    var all: [(type: String, count: Count)] {
        counts.withLock { counts in Self.types.map { ($0, counts[$0] ?? Count()) } }
    }
}
