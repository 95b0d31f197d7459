import Contracts
import Domain

extension Course {
    /// The courses of a load, one complaint each, again and again in this order; who goes with another comes right behind it.
    ///
    /// - Parameters:
    ///   - hasNew: whether those are among them that need what the release before did not do.
    ///   - names: the only ones; all where it is empty.
    static func cycle(hasNew: Bool, only names: [String] = []) -> [Course] {
        all.filter { (hasNew || !$0.isNew) && (names.isEmpty || names.contains($0.name)) }
    }

    static let all: [Course] = [
        plain, leading, merged, unmerged, archived, moved, reviewed, investigated, spread, exposed, revoked, malicious, appealed, disputed,
        generous, urged, incomplete, withdrawn, unreached, settledOnSpot,
    ]

    /// How far back the one lies that others go with.
    static func leader(of number: Int, in cycle: [Course]) -> Int? {
        let place = (number - 1) % cycle.count
        guard [merged.name, unmerged.name].contains(cycle[place].name), let first = cycle.firstIndex(where: { $0.name == leading.name })
        else { return nil }
        return number - place + first
    }

    private static let plain = Course(name: "plain", deeds: [.dispatched] + Deed.handling, fate: .handled)

    /// Two others join it, one of which leaves again; only then it is answered.
    private static let leading = Course(
        name: "leading",
        deeds: [
            .dispatched, .accept, .wait(FactName.workOrder("member-added")), .wait(FactName.workOrder("member-added")),
            .wait(FactName.workOrder("member-removed")), .find(), .answer(), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([FactName.workOrder("member-added"): 2, FactName.workOrder("member-removed"): 1]), isNew: true)

    /// It goes with another, whose answer it gets; it is told to its own customer.
    private static let merged = Course(
        name: "merged",
        deeds: [.dispatched, merge, .wait(FactName.workOrder("answer-approved")), .tellCustomer()],
        fate: Fate.handled.without(Fate.paid + [FactName.workOrder("accepted"), FactName.workOrder("liability-found")])
            .with([FactName.workOrder("merged"): 1]).allowing([FactName.message("merged"): 1]), isNew: true)

    private static let unmerged = Course(
        name: "unmerged",
        deeds: [
            .dispatched, merge, .order(.unmerge, "unmerged") { command, _ in command.reason = "The cause is another." },
        ] + Deed.handling,
        fate: Fate.handled.with([FactName.workOrder("merged"): 1, FactName.workOrder("unmerged"): 1]).allowing([
            FactName.message("merged"): 1
        ]),
        isNew: true)

    private static let merge = Deed.order(.merge, "merged") { command, known in
        command.texts["into"] = known.leader?.rawValue
        command.reason = "One cause."
    }

    /// Archived by hand once nothing is left to come, then followed up.
    private static let archived = Course(
        name: "archived",
        deeds: [.dispatched] + Deed.handling + Deed.escalated + [
            .wait(FactName.message("compensation-settled")), .archive,
            .order(.recordFollowUp, "followed-up") { command, _ in
                command.flags = ["reached": true, "resolved": true]
                command.numbers["satisfaction"] = 5
            },
            .intake(.feedbackGiven, "feedback-given") { $0.feedback = Feedback(satisfaction: 5, resolved: true, wantsReview: nil) },
        ],
        fate: Fate.handled.with([
            FactName.workOrder("archived"): 1, FactName.workOrder("followed-up"): 1, FactName.complaint("feedback-given"): 1,
        ]).allowing([FactName.message("confirmation"): 1, FactName.alert("cleared"): 1, FactName.message("staff-feedback"): 1]))

    /// The work order is on hold, and another unit takes it over.
    private static let moved = Course(
        name: "moved",
        deeds: [
            .dispatched, .accept,
            .order(.hold, "held") { command, _ in
                command.reason = "appointment"
                command.texts["evidence"] = "REC-1"
            },
            .order(.resume, "resumed"),
            .order(.transfer, "transferred") { command, _ in
                command.to = "information-technology"
                command.reason = "The cause lies with the other unit."
            },
        ] + Deed.handling,
        fate: Fate.handled.with([
            FactName.workOrder("accepted"): 1, FactName.workOrder("held"): 1, FactName.workOrder("resumed"): 1,
            FactName.workOrder("transferred"): 1, FactName.message("staff-transferred"): 1,
        ]).allowing([FactName.message("progress"): 1]))

    /// The reviewer sends the answer back; then the customer is not content and has it looked at again, by another person.
    private static let reviewed = Course(
        name: "reviewed",
        deeds: [
            .dispatched, .accept, .find(), .answer(),
            .order(.returnAnswer, "answer-returned", by: "reviewer-1") { command, _ in command.reason = "It does not say why." },
            .answer(), .approve, .tellCustomer(satisfied: false),
            .order(.requestReview, "review-requested") { command, _ in command.reason = "The customer is not content." },
            .answer(by: "handler-8"), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([
            FactName.workOrder("answered"): 2, FactName.workOrder("answer-returned"): 1, FactName.workOrder("answer-approved"): 1,
            FactName.workOrder("customer-told"): 1, FactName.workOrder("review-requested"): 1, FactName.message("staff-answer-review"): 2,
            FactName.message("staff-answer-returned"): 1, FactName.message("staff-review"): 1, FactName.message("review-answer"): 1,
        ]).allowing([FactName.message("appeal-path"): 1, FactName.message("review"): 1]))

    /// Another unit contributes, evidence and a meeting are on file.
    private static let investigated = Course(
        name: "investigated",
        deeds: [
            .dispatched, .accept,
            .order(.coordinate, "coordination-requested") { command, _ in
                command.to = "information-technology"
                command.texts["request"] = "What did the system book?"
            },
            .order(.contribute, "contributed") { command, _ in
                command.texts = ["unit": "information-technology", "contribution": "It was booked twice."]
            },
            .evidence("system-record"), .meeting, .find(), .answer(), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([
            FactName.workOrder("coordination-requested"): 1, FactName.workOrder("contributed"): 1,
            FactName.workOrder("evidence-recorded"): 1,
            FactName.workOrder("meeting-recorded"): 1, FactName.message("staff-coordination"): 1,
        ]))

    /// A unit with desks spreads its work, under supervision.
    private static let spread = Course(
        name: "spread",
        deeds: [.dispatched, .accept] + Deed.escalated + [
            .order(.transfer, "transferred") { command, _ in
                command.to = "provincial-complaint-centre"
                command.reason = "The centre has it."
            },
            .accept,
            .order(.redistribute, "redistributed") { command, known in
                command.texts["to"] = known.desk == "general" ? "general-2" : "general"
                command.reason = "The desk is closed today."
            },
            .order(.reportLoad, "redistributed") { command, known in
                command.texts["desk"] = known.desk
                command.numbers["load"] = 60
            },
            .order(.supervise, "supervised") { command, _ in
                command.texts = ["unit": "provincial-customer-service", "instruction": "Within the day."]
                command.reason = "It has waited long."
            },
            .find(), .answer(), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([
            FactName.workOrder("accepted"): 1, FactName.workOrder("transferred"): 1, FactName.workOrder("redistributed"): 2,
            FactName.workOrder("supervised"): 1, FactName.message("staff-transferred"): 1, FactName.message("staff-supervised"): 1,
        ]).allowing([FactName.message("progress"): 1]))

    /// Exposed, and so a major one, which is answered with all its papers.
    private static let exposed = Course(
        name: "exposed",
        deeds: [.dispatched] + Deed.escalated + [
            .intake(.exposed, "exposed") { submission in
                submission.details = SubmissionDetails(exposure: Exposure(medium: .provincial, effect: .provincial, reference: "CUT-1"))
            },
            .wait(FactName.workOrder("major-declared")), .accept, .evidence("customer-contact"), .evidence("verification"),
            .plan(.preHandling), .plan(.handling), .script, .meeting, .find(), .answer(), .approve, .tellCustomer(inWriting: true),
        ],
        fate: Fate.handled.with(Fate.major).with([
            FactName.complaint("exposed"): 1, FactName.message("staff-exposed"): 1, FactName.workOrder("evidence-recorded"): 2,
            FactName.workOrder("plan-filed"): 2, FactName.workOrder("script-filed"): 1, FactName.workOrder("meeting-recorded"): 1,
            FactName.message("staff-script"): 1,
        ]))

    /// Declared a major one, which is taken back.
    private static let revoked = Course(
        name: "revoked",
        deeds: [.dispatched] + Deed.escalated + [
            .order(.declareMajor, "major-declared", by: "supervisor-1") { command, _ in
                command.texts = ["ground": MajorGround.groupComplaint.rawValue, "evidence": "REPORT-1"]
            },
            .order(.revokeMajor, "major-revoked", by: "supervisor-1") { command, _ in command.reason = "It was one customer." },
        ] + Deed.handling,
        fate: Fate.handled.with([
            FactName.workOrder("major-declared"): 1, FactName.workOrder("major-revoked"): 1, FactName.workOrder("supervised"): 1,
            FactName.workOrder("reported"): 3, FactName.message("staff-major-revoked"): 1, FactName.message("staff-supervised"): 1,
        ]).allowing([FactName.message("staff-major"): 1, FactName.message("staff-report"): 3]))

    /// Found to be made in bad faith, which is taken back.
    private static let malicious = Course(
        name: "malicious",
        deeds: [
            .dispatched, .accept, .evidence("document"), .find(),
            .order(.declareMalicious, "malicious-declared", by: "supervisor-1") { command, _ in
                command.texts = [
                    "kind": MaliciousKind.malicious.rawValue, "finding": "The bill was altered.", "evidence": "REC-document",
                    "measure": "record",
                ]
            },
            .order(.revokeMalicious, "malicious-revoked", by: "supervisor-1") { command, _ in command.reason = "The bill is right." },
            .answer(), .approve, .tellCustomer(),
        ],
        fate: Fate.handled.with([
            FactName.workOrder("evidence-recorded"): 1, FactName.workOrder("malicious-declared"): 1,
            FactName.workOrder("malicious-revoked"): 1,
        ]).allowing([FactName.message("staff-malicious"): 1]))
}
