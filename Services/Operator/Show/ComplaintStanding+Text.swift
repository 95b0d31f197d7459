import CommandLine
import Contracts
import Domain

extension ComplaintStanding {
    /// The picture in lines, each fact with its name; what is not known is left out.
    func text(_ times: TimeText) -> String {
        var table = TextTable(["", ""])
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { table.add([name, value]) }
        }
        add("complaint", complaint.rawValue)
        add("status", status)
        add("line", line)
        add("nature", [nature?.rawValue, level?.rawValue].compactMap(\.self).joined(separator: ", "))
        add("flags", flags.map(\.rawValue).joined(separator: ", "))
        add("about", [category?.rawValue, province?.rawValue, channel?.rawValue].compactMap(\.self).joined(separator: ", "))
        add("received", receivedAt.map { times.text($0) })
        add("registered", registeredAt.map { times.text($0) })
        add("repeat of", repeatOf?.rawValue)
        add("urged", urges > 0 ? "\(urges) times" : nil)
        add("work order", workOrder?.rawValue)
        add("unit", unit?.rawValue)
        add("first contact", firstContact?.rawValue)
        add("supervisor", supervisor?.rawValue)
        add("priority", priority.map { "\($0)" })
        add("liability", liability?.rawValue)
        for clock in clocks where clock.status != .waiting {
            let cycle = clock.cycle > 1 ? " (cycle \(clock.cycle))" : ""
            add("clock \(clock.clock)\(cycle)", "\(clock.status.rawValue), \(clock.usedPercent) % used, due \(times.text(clock.dueAt))")
        }
        for claim in claims { add("claim \(claim.claim)", "\(claim.status.rawValue), \(claim.amount.text)") }
        add("messages", "\(notices.sent) sent, \(notices.delivered) delivered, \(notices.abandoned) given up")
        for letter in deadLetters { add("dead letter", letter.description) }
        add("policy", policyVersion?.rawValue)
        add("customer", isErased ? "erased" : personal?.customer)
        add("contact", personal?.contact)
        add("service number", personal?.line)
        add("description", personal?.description)
        add("demand", personal?.demand)
        add("dissatisfaction", personal?.dissatisfaction)
        return table.shown()
    }
}
