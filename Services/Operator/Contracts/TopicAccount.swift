import Contracts

/// What the AsyncAPI document says of a topic and of its keys.
extension Topic {
    var account: String {
        switch self {
        case .intake:
            """
            What channel gateways publish: complaints, supplements, urges, withdrawals, appeals, exposures, feedback. The key is the \
            service number. The only topic with personal data in clear. Written by channel gateways, the regulators' desk, the \
            command redress.
            """
        case .complaints: "What intake says happened. Written by intake."
        case .workOrderCommands:
            """
            What handlers' desks ask of a work order. Written by handlers' desks, and by dispatch where merged complaints tell each \
            other.
            """
        case .workOrders: "What dispatch says happened. Written by dispatch."
        case .risks:
            """
            What counts for a risk of many complaints or for a burst of alerts, keyed by the risk. sla-monitor tells itself, so that \
            all of one risk is counted in one place. Written by sla-monitor.
            """
        case .alerts:
            """
            Deadlines that are near or past, abnormal work orders, risks of many complaints, bursts, heartbeats; and for each alert, \
            once, that it is over. What is overdue now are the alerts raised and not yet named by a cleared event. Monitoring \
            consumers read here. Written by sla-monitor.
            """
        case .compensationCommands: "What approvers and billing say of a claim. Written by approvers, billing."
        case .compensations:
            """
            What compensation says happened. Billing reads settlement requests here. Written by compensation.
            """
        case .notifications:
            """
            Messages that are ready for their channel gateways, and what became of them. Written by notification.
            """
        case .notificationReceipts:
            """
            What channel gateways say became of a message, and that a customer asks how it stands. Written by channel gateways.
            """
        case .staffNotices: "What waits for a unit's next digest. Written and read by notification."
        case .customerKeys:
            """
            The customers' keys, by which personal data is sealed; compacted. Written by intake, dispatch, compensation and notification, each key by
            the one service that made it; read by notification, which seals texts for gateways with keys of their own, and by whoever opens sealed
            texts outside by the keyring.

            To open a text v2.<key>.<letters>: take the last message of that key here; none yet means to wait for it, one without payload that the
            customer was erased, and nothing opens the text any more. Unwrap the key by the keyring, then decode the letters (base64url: 12 bytes
            nonce, cipher text, 16 bytes tag) by AES-256-GCM with the text's purpose as additional data: redress.personal.v1 for the customer's
            data, redress.answer.v1 for an answer, redress.note.v1 for other words. Keep no key longer than this topic does.
            """
        case .gatewayTextRequests:
            """
            Which texts gateways are to open, where they have keys of their own. Written and read by notification.
            """
        case .gatewayTexts:
            """
            What a gateway needs of the customer to carry a message, sealed so that only the gateway of its medium opens it, by a key of its own
            (redress keys gateway; open.py beside this file opens one). Written by notification, which is given the register of gateways.
            """
        case .deadLetters:
            """
            Messages that could not be taken. Operators read here. Written by intake, dispatch, sla-monitor, compensation, \
            notification.
            """
        case .reports:
            """
            The reports of months, quarters and years. Written by the command redress, by hand or on a schedule; no service reads \
            it.
            """
        }
    }
}

extension Topic.Key {
    /// What the key of a message is, for whoever reads it.
    var account: String {
        switch self {
        case .line: "The service number in clear; the partition is murmur2 of it."
        case .complaint:
            """
            The complaint number; for a rejected intake event the token of its line; where neither could be read, the source of the event \
            that is answered.
            """
        case .alert: "The complaint number, or the key of a risk."
        case .unit: "The unit that is notified."
        case .risk: "The key of a risk, a province with a class of problem; or of a burst, a province with a kind of alert."
        case .customerKey: "The identifier of a customer's key."
        case .gatewayText: "The number of a message, its medium and the identifier of the customer's key, with slashes between them."
        case .original: "The key the parked message had; a line as its token."
        case .report: "The report's period and provinces; a later report of the same key replaces an earlier one."
        }
    }

    /// A key as it may be; `nil` where none says more than the account.
    var example: String? {
        switch self {
        case .line: "13800138000"
        case .complaint, .alert, .original: "C20260302003000127"
        case .unit: "marketing"
        case .risk: "risk/CN-JS/billing"
        case .customerKey: nil
        case .gatewayText: "C20260302003000127-N1/sms/q7Zk2mWc0-Yt5bLe"
        case .report: "2026-10/CN-JS"
        }
    }

    /// The most characters a key has; `nil` where nobody has to know.
    var maximum: Int? {
        switch self {
        case .customerKey: 32
        case .gatewayText: 160
        case .line, .complaint, .alert, .unit, .risk, .original, .report: nil
        }
    }
}
