public import Crypto
public import Policies

/// For whom a message's texts are sealed: the key of the gateway that carries each medium.
public struct GatewayKeys: Sendable {
    /// No gateway has a key of its own; whoever opens texts has the keyring.
    public static let none = GatewayKeys()

    private let keys: [String: RecipientKey]

    /// Whether there is none.
    public var isEmpty: Bool { keys.isEmpty }

    private init() {
        keys = [:]
    }

    /// - Throws: a `PolicyError` that names each gateway whose key is none.
    public init(_ register: GatewayRegister) throws(PolicyError) {
        var keys: [String: RecipientKey] = [:]
        var faults: [PolicyFault] = []
        for gateway in register.gateways {
            do throws(CryptoError) {
                let key = try RecipientKey(text: gateway.key)
                for medium in gateway.media { keys[medium] = key }
            } catch {
                faults.append(
                    PolicyFault(
                        file: "the register of gateways", line: nil, path: gateway.gateway, problem: "has no usable key: \(error)",
                        expected: "what redress keys gateway prints"))
            }
        }
        guard faults.isEmpty else { throw PolicyError(faults) }
        self.keys = keys
    }

    /// The key of the gateway that carries a medium; `nil` where it has none.
    public func key(for medium: String) -> RecipientKey? { keys[medium] }
}
