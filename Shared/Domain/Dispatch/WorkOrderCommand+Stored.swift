/// The form in which a command waits, in the state of a complaint that is not registered yet.
extension WorkOrderCommand: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, f) = try reader.enumeration()
        switch name {
        case "accept": self = .accept
        case "transfer": self = .transfer(to: try f.required("to"), reason: try f.required("reason"))
        case "hold": self = .hold(reason: try f.required("reason"), evidence: try f.optional("evidence"))
        case "resume": self = .resume
        case "findLiability":
            self = .findLiability(
                try f.required("_0"), ground: try f.optional("ground"), amount: try f.optional("amount"),
                quantity: try f.optional("quantity"), partner: try f.optional("partner"), particulars: try f.optional("particulars"))
        case "answer": self = .answer(try f.required("_0"), parts: try f.optional("parts"))
        case "approveAnswer": self = .approveAnswer
        case "returnAnswer": self = .returnAnswer(reason: try f.required("reason"))
        case "tellCustomer":
            self = .tellCustomer(
                satisfied: try f.optional("satisfied"), medium: try f.optional("medium"), reference: try f.optional("reference"))
        case "archive": self = .archive
        case "coordinate":
            self = .coordinate(with: try f.required("with"), province: try f.optional("province"), request: try f.required("request"))
        case "contribute": self = .contribute(try f.required("_0"), province: try f.optional("province"), try f.required("_2"))
        case "recordEvidence":
            self = .recordEvidence(kind: try f.required("kind"), reference: try f.required("reference"), note: try f.optional("note"))
        case "recordMeeting":
            self = .recordMeeting(
                minutes: try f.required("minutes"), conclusion: try f.required("conclusion"), plan: try f.required("plan"))
        case "redistribute": self = .redistribute(to: try f.required("to"), reason: try f.required("reason"))
        case "reportLoad": self = .reportLoad(try f.required("_0"), try f.required("_1"))
        case "supervise":
            self = .supervise(by: try f.required("by"), reason: try f.required("reason"), instruction: try f.optional("instruction"))
        case "requestReview": self = .requestReview(reason: try f.required("reason"))
        case "declareMajor":
            self = .declareMajor(try f.required("_0"), evidence: try f.required("evidence"), alert: try f.optional("alert"))
        case "revokeMajor": self = .revokeMajor(reason: try f.required("reason"))
        case "filePlan": self = .filePlan(try f.required("_0"), reference: try f.required("reference"), try f.required("_2"))
        case "fileScript": self = .fileScript(reference: try f.required("reference"), try f.required("_1"))
        case "declareMalicious":
            self = .declareMalicious(
                try f.required("_0"), finding: try f.required("finding"), evidence: try f.required("evidence"),
                measure: try f.required("measure"))
        case "revokeMalicious": self = .revokeMalicious(reason: try f.required("reason"))
        case "merge": self = .merge(into: try f.required("into"), reason: try f.required("reason"))
        case "unmerge": self = .unmerge(reason: try f.required("reason"))
        case "recordFollowUp": self = .recordFollowUp(try f.required("_0"))
        case "recordAppealStep":
            self = .recordAppealStep(
                try f.required("_0"), at: try f.required("at"), document: try f.optional("document"), reason: try f.optional("reason"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .accept: writer.writeCase("accept")
        case .transfer(let to, let reason): writer.writeCase("transfer", ("to", to), ("reason", reason))
        case .hold(let reason, let evidence): writer.writeCase("hold", ("reason", reason), ("evidence", evidence))
        case .resume: writer.writeCase("resume")
        case .findLiability(let value0, let ground, let amount, let quantity, let partner, let particulars):
            writer.writeCase(
                "findLiability", ("_0", value0), ("ground", ground), ("amount", amount), ("quantity", quantity), ("partner", partner),
                ("particulars", particulars))
        case .answer(let value0, let parts): writer.writeCase("answer", ("_0", value0), ("parts", parts))
        case .approveAnswer: writer.writeCase("approveAnswer")
        case .returnAnswer(let reason): writer.writeCase("returnAnswer", ("reason", reason))
        case .tellCustomer(let satisfied, let medium, let reference):
            writer.writeCase("tellCustomer", ("satisfied", satisfied), ("medium", medium), ("reference", reference))
        case .archive: writer.writeCase("archive")
        case .coordinate(let with, let province, let request):
            writer.writeCase("coordinate", ("with", with), ("province", province), ("request", request))
        case .contribute(let value0, let province, let value2):
            writer.writeCase("contribute", ("_0", value0), ("province", province), ("_2", value2))
        case .recordEvidence(let kind, let reference, let note):
            writer.writeCase("recordEvidence", ("kind", kind), ("reference", reference), ("note", note))
        case .recordMeeting(let minutes, let conclusion, let plan):
            writer.writeCase("recordMeeting", ("minutes", minutes), ("conclusion", conclusion), ("plan", plan))
        case .redistribute(let to, let reason): writer.writeCase("redistribute", ("to", to), ("reason", reason))
        case .reportLoad(let value0, let value1): writer.writeCase("reportLoad", ("_0", value0), ("_1", value1))
        case .supervise(let by, let reason, let instruction):
            writer.writeCase("supervise", ("by", by), ("reason", reason), ("instruction", instruction))
        case .requestReview(let reason): writer.writeCase("requestReview", ("reason", reason))
        case .declareMajor(let value0, let evidence, let alert):
            writer.writeCase("declareMajor", ("_0", value0), ("evidence", evidence), ("alert", alert))
        case .revokeMajor(let reason): writer.writeCase("revokeMajor", ("reason", reason))
        case .filePlan(let value0, let reference, let value2):
            writer.writeCase("filePlan", ("_0", value0), ("reference", reference), ("_2", value2))
        case .fileScript(let reference, let value1): writer.writeCase("fileScript", ("reference", reference), ("_1", value1))
        case .declareMalicious(let value0, let finding, let evidence, let measure):
            writer.writeCase("declareMalicious", ("_0", value0), ("finding", finding), ("evidence", evidence), ("measure", measure))
        case .revokeMalicious(let reason): writer.writeCase("revokeMalicious", ("reason", reason))
        case .merge(let into, let reason): writer.writeCase("merge", ("into", into), ("reason", reason))
        case .unmerge(let reason): writer.writeCase("unmerge", ("reason", reason))
        case .recordFollowUp(let value): writer.writeCase("recordFollowUp", ("_0", value))
        case .recordAppealStep(let value0, let at, let document, let reason):
            writer.writeCase("recordAppealStep", ("_0", value0), ("at", at), ("document", document), ("reason", reason))
        }
    }
}
