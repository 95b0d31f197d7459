public import Domain
public import Foundation

/// Which gateway carries which media, and the key by which it opens the texts that are for it: a file of the deployment's, beside the policy pack.
public struct GatewayRegister: Decodable, Equatable, Sendable {
    public let gateways: [Gateway]

    /// One system that carries messages to customers.
    public struct Gateway: Decodable, Hashable, Sendable {
        /// What people call it, such as `sms-gateway`.
        public let gateway: String
        /// Its public key: 32 bytes of X25519 in base64.
        public let key: String
        /// What it carries: media of `notification.yaml`.
        public let media: [String]
    }

    /// Reads a register and holds it against the media of the policy pack.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with file and line.
    public static func load(file: URL, media: Set<String>) throws(PolicyError) -> GatewayRegister {
        try PolicyTree.register(file, of: "gateways") { (register: GatewayRegister) in register.faults(media) }
    }

    /// What the types cannot say: names given twice, media that nobody defines, and media that two gateways carry, so that neither is the one.
    public func faults(_ known: Set<String>) -> [Fault] {
        var faults: [Fault] = []
        var names: Set<String> = []
        var carried: Set<String> = []
        for (index, gateway) in gateways.enumerated() {
            func fault(_ field: String, _ problem: String, _ expected: String) {
                faults.append(Fault(field: "gateways[\(index)].\(field)", problem: problem, expected: expected))
            }
            if !names.insert(gateway.gateway).inserted { fault("gateway", "is given twice", "each name once") }
            if gateway.media.isEmpty { fault("media", "is empty", "one medium or more of notification.yaml") }
            for (place, medium) in gateway.media.enumerated() {
                if !known.contains(medium) {
                    fault("media[\(place)]", "is not one of the media", "one of \(known.sorted().joined(separator: ", "))")
                }
                if !carried.insert(medium).inserted { fault("media[\(place)]", "is carried twice", "one gateway for each medium") }
            }
        }
        return faults
    }
}
