extension NotificationPolicy {
    /// What the types cannot say: media nobody defined, figures out of range, rules that lack their unit.
    public func faults() -> [Fault] {
        effective.faults() + mediaFaults() + figureFaults() + (followUp?.faults() ?? []) + (digest?.faults() ?? []) + ruleFaults()
    }

    private func mediaFaults() -> [Fault] {
        var faults: [Fault] = []
        var known: Set<String> = []
        for (index, medium) in media.enumerated() {
            if !known.insert(medium.code).inserted {
                faults.append(Fault(field: "media[\(index)].code", problem: "is given twice", expected: "each medium once"))
            }
            if medium.receiptTimeout.value.duration <= .zero {
                faults.append(Fault(field: "media[\(index)].receiptTimeout.value", problem: "leaves no time", expected: "more than 0s"))
            }
        }
        func check(_ medium: String, at field: String) {
            if !known.contains(medium) {
                faults.append(Fault(field: field, problem: "is not one of the media", expected: "a medium listed under media"))
            }
        }
        for (index, medium) in media.enumerated() {
            for (place, next) in medium.fallback.value.enumerated() { check(next, at: "media[\(index)].fallback.value[\(place)]") }
        }
        check(defaultMedium.value, at: "defaultMedium.value")
        check(staffMedium.value, at: "staffMedium.value")
        for (index, rule) in rules.enumerated() {
            if let medium = rule.medium { check(medium, at: "rules[\(index)].medium") }
        }
        return faults
    }

    private func figureFaults() -> [Fault] {
        var faults: [Fault] = []
        if attemptsPerMedium.value < 1 {
            faults.append(Fault(field: "attemptsPerMedium.value", problem: "is below 1", expected: "1 or more"))
        }
        if backoff.value.isEmpty {
            faults.append(Fault(field: "backoff.value", problem: "is empty", expected: "one duration or more"))
        }
        if let limit = dailyLimit?.value, !(1...999).contains(limit) {
            faults.append(Fault(field: "dailyLimit.value", problem: "is out of range", expected: "1 to 999"))
        }
        for (index, grade) in (grades?.value ?? []).enumerated().dropFirst() where grade.from <= grades?.value[index - 1].from ?? 0 {
            faults.append(Fault(field: "grades.value[\(index)].from", problem: "does not rise", expected: "more than the one above"))
        }
        return faults
    }

    private func ruleFaults() -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<[String]> = []
        for (index, rule) in rules.enumerated() {
            let place = "rules[\(index)]"
            if !seen.insert([rule.when.rawValue, rule.template.rawValue, rule.tell == .named ? "named" : ""]).inserted {
                faults.append(Fault(field: "\(place).template", problem: "is sent twice for one trigger", expected: "each template once"))
            }
            if rule.tell == .unit, rule.unit == nil {
                faults.append(Fault(field: "\(place).unit", problem: "is missing", expected: "the unit to notify"))
            }
            if rule.tell != .unit, rule.unit != nil {
                faults.append(Fault(field: "\(place).unit", problem: "has no use", expected: "tell: unit"))
            }
            if rule.when == .unreached, rule.tell == .customer {
                faults.append(Fault(field: "\(place).tell", problem: "cannot be reached", expected: "a unit"))
            }
            if rule.inWriting == true, !media.contains(where: { $0.isWriting?.value == true }) {
                faults.append(Fault(field: "\(place).inWriting", problem: "has no medium", expected: "a medium with isWriting"))
            }
            if rule.digest == true, rule.tell == .customer || digest == nil {
                faults.append(
                    Fault(
                        field: "\(place).digest", problem: digest == nil ? "has no digest to go into" : "is for staff alone",
                        expected: digest == nil ? "digest" : "a unit to notify"))
            }
            if rule.only?.isEmpty == true {
                faults.append(Fault(field: "\(place).only", problem: "is empty", expected: "one kind or more"))
            }
        }
        return faults
    }
}
