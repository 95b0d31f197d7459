import Contracts
import Domain
import Foundation
import Kafka
import Runtime

/// What a handler made of a message.
enum FuzzOutcome: Hashable {
    /// Decided; or answered that it is refused.
    case answered
    /// Of no use to the handler.
    case passedOver
    /// It goes to the dead letters with this reason.
    case parked(Fault)
}

/// A state that cannot be stored, or not read again: in a worker it would take the message to the dead letters, if nobody sees it here.
struct Unstorable: Error {
    let reason: String
}

/// One lane group's handler without a worker: it reads and decides, and keeps the states in memory.
protocol FuzzedHandler: AnyObject {
    var topics: Set<String> { get }
    /// - Throws: where what it decided cannot be stored or published, which no message may lead to.
    func take(_ event: CloudEvent, from topic: String, at now: Instant) throws -> FuzzOutcome
    func reset()
}

final class HandlerBench<Handler: LaneHandler>: FuzzedHandler {
    private let handler: Handler
    private let sealing: SealingGuard
    private var states: [String: Handler.State] = [:]
    private var serial: Int64 = 0
    private let coder = WireCoder()
    let topics: Set<String>

    init(_ handler: Handler, _ sealing: SealingGuard) {
        self.handler = handler
        self.sealing = sealing
        topics = Set(handler.group.topics.map(\.name))
    }

    func reset() { states = [:] }

    func take(_ event: CloudEvent, from topic: String, at now: Instant) throws -> FuzzOutcome {
        do {
            switch try handler.read(event, from: topic) {
            case .skipped, .ignored: return .passedOver
            case .input(let draft, let key, _):
                try decide(sealed(draft), key, now)
                try decide(handler.wake(key: key), key, now.adding(.days(1)))
                return .answered
            case .command(let command, let key, _):
                try decide(command.verdict().map(command.answer) ?? sealed(command.draft), key, now)
                try decide(handler.wake(key: key), key, now.adding(.days(1)))
                return .answered
            }
        } catch let fault as Fault {
            // Who sent it is told, where the topic is an outsider's.
            _ = handler.refusal(of: event, from: topic, fault, id: "answer", at: now)
            return .parked(fault)
        }
    }

    private func sealed(_ draft: Draft<Handler.Input>) throws(Fault) -> Handler.Input {
        let checked =
            switch draft {
            case .complete(let input): input
            case .unsealed(let seal): try seal(sealing.documentSeal(keeping: nil))
            }
        return switch checked {
        case .valid(let input), .invalid(let input): input
        }
    }

    private func decide(_ input: Handler.Input, _ key: String, _ now: Instant) throws {
        serial += 1
        let outcome = try handler.decide(
            input, state: states[key], companions: [], now: now, serial: Serial(lane: 0, number: serial))
        guard let state = outcome.state else {
            states[key] = nil
            return
        }
        // As the store would have it: what cannot be written or read again would stop the lane.
        do {
            states[key] = try coder.decode(Handler.State.self, from: coder.encode(state))
        } catch {
            throw Unstorable(reason: "\(error)")
        }
    }
}
