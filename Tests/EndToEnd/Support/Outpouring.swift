import Contracts
import Foundation
import Kafka
import Testing

/// Everything that a deployment lets out, by where it comes out: topics, logs, metrics, the database in full.
struct Outpouring {
    /// One piece of it.
    struct Piece {
        /// Such as `redress.work-orders value`.
        let place: String
        let bytes: Data
    }

    let pieces: [Piece]

    init(_ deployment: Deployment) throws {
        var pieces: [Piece] = []
        for message in deployment.ledger.messages {
            pieces.append(Piece(place: "\(message.topic) key", bytes: message.key ?? Data()))
            pieces.append(Piece(place: "\(message.topic) value", bytes: message.value ?? Data()))
            for header in message.headers {
                pieces.append(Piece(place: "\(message.topic) header", bytes: Data(header.name.utf8) + Data([0]) + (header.value ?? Data())))
            }
        }
        pieces.append(Piece(place: "logs", bytes: Data(deployment.allLogs.joined(separator: "\n").utf8)))
        for instance in deployment.instances {
            for page in ["/metrics", "/livez", "/readyz"] {
                pieces.append(Piece(place: "\(instance.service) \(page)", bytes: Data(try instance.endpoint().get(page).body.utf8)))
            }
        }
        let dump = try Run.output(of: "pg_dump", ["--dbname", deployment.databaseURL("postgres"), "--inserts"])
        pieces.append(Piece(place: "database", bytes: Data(dump.utf8)))
        pieces.append(Piece(place: "database's bytes", bytes: Self.bytes(in: dump)))
        self.pieces = pieces
    }

    /// The places where a mark is, each with the form it has there.
    func places(of mark: Mark) -> Set<String> {
        Set(pieces.flatMap { piece in mark.found(in: piece.bytes).map { "\(piece.place), \($0)" } })
    }

    /// What stands in a dump as `\x6f7468…`, as the bytes it is.
    static func bytes(in dump: String) -> Data {
        var bytes = Data()
        for part in dump.split(separator: "'\\x").dropFirst() {
            var high: UInt8?
            for letter in part.utf8 {
                guard let digit = Character(UnicodeScalar(letter)).hexDigitValue else { break }
                if let first = high {
                    bytes.append(first << 4 | UInt8(digit))
                    high = nil
                } else {
                    high = UInt8(digit)
                }
            }
            bytes.append(0)
        }
        return bytes
    }
}
