import Domain
import Foundation

/// The file of one complaint as a release's own sla-monitor has stored it, from which those of others are made.
///
/// Only the complaint's number and the time it was received are others: all else is what that release writes, so any release can be measured.
struct ClockTemplate {
    private enum Piece: Equatable {
        case text(String)
        case number
        case received
    }

    /// From the receiving of a complaint until its clock is due.
    let allowance: Duration
    private let pieces: [Piece]

    /// - Parameters:
    ///   - body: the stored file.
    ///   - number: the complaint's number in it.
    ///   - received: when the complaint was received, as it stands in it.
    ///   - due: when its timer is due.
    /// - Returns: `nil` where the number or the time does not stand in the file.
    init?(_ body: String, number: String, received: Instant, due: Instant) {
        allowance = due.duration(since: received)
        let numbered = Self.split([.text(body)], at: number, .number)
        pieces = Self.split(numbered, at: "\(received)", .received)
        guard pieces.contains(.number), pieces.contains(.received) else { return nil }
    }

    /// The file of another complaint whose clock is due then.
    func body(number: String, due: Instant) -> String {
        let received = Instant(milliseconds: due.milliseconds - allowance.wholeMilliseconds).description
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .number: text += number
            case .received: text += received
            }
        }
        return text
    }

    private static func split(_ pieces: [Piece], at word: String, _ mark: Piece) -> [Piece] {
        pieces.flatMap { piece -> [Piece] in
            guard case .text(let text) = piece else { return [piece] }
            var parts = text.split(separator: word, omittingEmptySubsequences: false).flatMap { [.text(String($0)), mark] }
            parts.removeLast()
            return parts
        }
    }
}
