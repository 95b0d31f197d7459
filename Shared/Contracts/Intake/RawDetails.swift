internal import Domain

/// What few intake events bring, with their JSON types right and their values not yet judged.
struct RawDetails {
    private let duties: [(duty: String?, reference: String?)]
    private let exposure: RawExposure?
    private let takenBy: String?
    private let homeProvince: String?
    private let writtenByCustomer: Bool?

    /// - Throws: a `Fault` at the first field of the wrong JSON type.
    init(_ fields: JSONFields) throws(Fault) {
        var duties: [(duty: String?, reference: String?)] = []
        for duty in try fields.list("duties") ?? [] { duties.append((try duty.string("duty"), try duty.string("reference"))) }
        self.duties = duties
        exposure = try fields.fields("exposure").map { exposure throws(Fault) in try RawExposure(exposure) }
        takenBy = try fields.string("takenBy")
        homeProvince = try fields.string("homeProvince")
        writtenByCustomer = try fields.boolean("writtenByCustomer")
    }

    /// - Throws: a `Fault` at the first value that is to be reported to the gateway.
    func checked() throws(Fault) -> SubmissionDetails? {
        if duties.isEmpty, exposure == nil, takenBy == nil, homeProvince == nil, writtenByCustomer == nil { return nil }
        var done: [DutyDone] = []
        for (index, duty) in duties.enumerated() {
            let path = "duties[\(index)]."
            done.append(
                DutyDone(
                    duty: Duty(try RawIntake.required(duty.duty, path + "duty")),
                    reference: try RawIntake.optional(duty.reference, path + "reference")))
        }
        return SubmissionDetails(
            duties: done.isEmpty ? nil : done, exposure: try exposure?.checked(),
            takenBy: try RawIntake.optional(takenBy, "takenBy").map { ActorID($0) },
            homeProvince: try RawIntake.optional(homeProvince, "homeProvince").map { Province($0) }, writtenByCustomer: writtenByCustomer)
    }

    /// - Throws: a `Fault` where there is no exposure, or one that is not valid.
    func checkedExposure() throws(Fault) -> Exposure {
        guard let exposure else {
            throw Fault(field: "data.exposure", problem: "is missing", expected: "a medium and, where it is known, its effect")
        }
        return try exposure.checked()
    }
}

/// An exposure with its JSON types right.
private struct RawExposure {
    let medium: String?
    let effect: String?
    let reference: String?

    init(_ fields: JSONFields) throws(Fault) {
        medium = try fields.string("medium")
        effect = try fields.string("effect")
        reference = try fields.string("reference")
    }

    func checked() throws(Fault) -> Exposure {
        Exposure(
            medium: try RawIntake.word(try RawIntake.required(medium, "exposure.medium"), "exposure.medium"),
            effect: try effect.map { effect throws(Fault) in try RawIntake.word(effect, "exposure.effect") },
            reference: try RawIntake.optional(reference, "exposure.reference"))
    }
}
