public import Contracts
import Crypto
public import Domain
public import Policies
import Synchronization

/// Lets a command in, or says why not: by who signed it, what the sender may command, and for whom it speaks.
///
/// It is asked where messages are read, and only of the commands of desks, approvers and billing.
public final class CommandGate: Sendable {
    /// What becomes of a command without a signature.
    public enum Mode: String, Sendable, CaseIterable {
        case required
        /// It is let in and counted, while senders learn to sign; a wrong signature is refused all the same.
        case optional
    }

    /// A command that is not let in.
    public struct Refusal: Error, Equatable, Sendable {
        public let fault: Fault
        /// Who signed it, as far as that is sure.
        public let sender: String?

        public init(fault: Fault, sender: String?) {
            self.fault = fault
            self.sender = sender
        }
    }

    /// Lets everything in: no keys of senders are known.
    public static let open = CommandGate()

    /// How many senders there are; 0 where all are let in.
    public var senderCount: Int { known.withLock { $0.senders.count } }

    /// Whether nothing is let in without a signature.
    public var asksForSignatures: Bool { roles != nil && mode == .required }

    /// Those who may sign, by the ids of their keys.
    private struct Known {
        var senders: [String: SenderRegister.Sender] = [:]
        var keys: [String: VerifyingKey] = [:]
    }

    private let known: Mutex<Known>
    private let roles: RolePolicy?
    private let mode: Mode
    private let unsigned: @Sendable () -> Void

    private init() {
        known = Mutex(Known())
        roles = nil
        mode = .optional
        unsigned = {}
    }

    /// - Parameter unsigned: called for each command that is let in without a signature.
    /// - Throws: a `PolicyError` that names the sender whose key is none.
    public init(
        _ register: SenderRegister, roles: RolePolicy, mode: Mode, unsigned: @escaping @Sendable () -> Void = {}
    ) throws(PolicyError) {
        known = Mutex(try Self.known(register))
        self.roles = roles
        self.mode = mode
        self.unsigned = unsigned
    }

    /// Takes another register in place of the one it has: who is no longer in it signs nothing more.
    ///
    /// - Throws: a `PolicyError` that names the sender whose key is none; then nothing is changed.
    public func adopt(_ register: SenderRegister) throws(PolicyError) {
        let next = try Self.known(register)
        known.withLock { $0 = next }
    }

    private static func known(_ register: SenderRegister) throws(PolicyError) -> Known {
        var known = Known()
        var faults: [PolicyFault] = []
        for sender in register.senders {
            do throws(CryptoError) {
                let key = try VerifyingKey(text: sender.key)
                known.senders[key.id] = sender
                known.keys[key.id] = key
            } catch {
                faults.append(
                    PolicyFault(
                        file: "the register of senders", line: nil, path: sender.sender, problem: "has no usable key: \(error)",
                        expected: "what redress keys make prints"))
            }
        }
        guard faults.isEmpty else { throw PolicyError(faults) }
        return known
    }

    /// Why a command is not let in; `nil` where it is.
    ///
    /// - Parameter actor: who is said to command.
    public func refusal(of event: CloudEvent, by actor: ActorID) -> Refusal? {
        guard let roles else { return nil }
        if event.verification == nil, mode == .optional {
            unsigned()
            return nil
        }
        let known = self.known.withLock { $0 }
        let sender: SenderRegister.Sender
        do throws(Fault) {
            let key = try EventSignature.signer(of: event, among: known.keys)
            guard let found = known.senders[key.id] else { throw EventSignature.unknownKey }
            sender = found
        } catch {
            return Refusal(fault: error, sender: nil)
        }
        let permitted = roles.roles(mayGive: event.type) ?? []
        guard sender.roles.contains(where: permitted.contains) else {
            return Refusal(
                fault: Fault(
                    field: "type", problem: "may not be commanded by \(sender.sender)",
                    expected: permitted.isEmpty
                        ? "a command that roles.yaml names" : "one of the roles " + permitted.joined(separator: ", ")),
                sender: sender.sender)
        }
        guard sender.speaks(for: actor.rawValue) else {
            return Refusal(
                fault: Fault(field: "data.by", problem: "is not a person \(sender.sender) speaks for", expected: "one of its own people"),
                sender: sender.sender)
        }
        return nil
    }
}
