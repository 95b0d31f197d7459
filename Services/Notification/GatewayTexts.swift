import Contracts
import Crypto
import Domain
import Foundation
import Runtime

/// Opens the texts of a message and seals them again for the gateway that carries it, and for nobody else (S041, S115).
///
/// It is the only place of the services where what a customer said is in clear after intake has sealed it, and it keeps nothing.
struct GatewayTexts: Sendable {
    private let keys: GatewayKeys
    private let sealer: SealingGuard
    private let coder = WireCoder()

    init(_ keys: GatewayKeys, _ sealer: SealingGuard) {
        self.keys = keys
        self.sealer = sealer
    }

    /// What is to be asked of the keys' lanes so that the gateway of a message gets its texts: one request for each customer's key in it.
    ///
    /// None where nothing in it is sealed by a customer's key, or its gateway has no key of its own.
    func requests(for message: NotificationRequested) -> [OutboundEvent] {
        guard keys.key(for: message.medium) != nil else { return [] }
        let parts = message.recipient?.parts ?? []
        var ids: [String] = []
        for text in parts + [message.enclosure].compactMap(\.self) {
            if let id = CustomerKey.id(of: text.ciphertext), !ids.contains(id) { ids.append(id) }
        }
        var events: [OutboundEvent] = []
        for id in ids {
            func isItsOwn(_ text: SealedText) -> Bool { CustomerKey.id(of: text.ciphertext) == id }
            let request = GatewayTextRequest(
                key: id, notification: message.notification, complaint: message.complaint, medium: message.medium,
                recipient: parts.filter(isItsOwn), enclosure: message.enclosure.flatMap { isItsOwn($0) ? $0 : nil })
            events.append(
                OutboundEvent(
                    unsequenced: Topic.gatewayTextRequests.name, key: id, type: GatewayTextRequest.wireType,
                    id: "\(request.textKey)/\(message.attempt)", data: request.encodeData(with: coder)))
        }
        return events
    }

    /// The texts of a request for their gateway; `nil` where it has no key any more, or the texts cannot be opened: then nobody could.
    func given(_ request: GatewayTextRequest, by wrapped: SealedText) throws(Fault) -> OutboundEvent? {
        guard let recipient = keys.key(for: request.medium) else { return nil }
        let sealed: SealedText
        do {
            var latest: PersonalData?
            var contact: String?
            var customer: String?
            for part in request.recipient {
                let personal = try PersonalData(json: open(part, by: wrapped, SealContext.personal))
                contact = personal.contact ?? contact
                customer = personal.customer ?? customer
                latest = personal
            }
            let enclosure = try request.enclosure.map { String(decoding: try open($0, by: wrapped, SealContext.answer), as: UTF8.self) }
            let content = GatewayTextContent(
                notification: request.notification, line: latest?.line, contact: contact, customer: customer, enclosure: enclosure)
            sealed = SealedText(ciphertext: try JWE.seal(coder.encode(content), for: recipient, contentType: "json"))
        } catch is CryptoError {
            return nil
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(field: "data", problem: "could not be sealed for its gateway", expected: "a working key")
        }
        let text = GatewayText(
            notification: request.notification, complaint: request.complaint, medium: request.medium, sealed: sealed)
        return OutboundEvent(
            unsequenced: Topic.gatewayTexts.name, key: request.textKey, type: GatewayText.wireType, id: request.textKey,
            data: text.encodeData(with: coder))
    }

    /// The tombstone of what was given under a key.
    func takenBack(_ key: String) -> OutboundEvent {
        .tombstone(of: key, on: Topic.gatewayTexts.name, type: GatewayText.takenBackType, id: "\(key)/erased")
    }

    private func open(_ text: SealedText, by wrapped: SealedText, _ context: String) throws -> Data {
        try sealer.open(SealedApart(key: wrapped, text: text).together, context: context)
    }
}
