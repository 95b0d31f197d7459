import Contracts
package import Domain

/// The units' handlers and their reviewers: they take work orders on, find out, answer, review, tell the customer and archive.
package struct HandlersDesk: Player {
    private let lateUntil: Instant
    private var tempers: [ComplaintNumber: Temper] = [:]
    private var categories: [ComplaintNumber: Domain.Category] = [:]
    private var rested: Set<ComplaintNumber> = []
    private var sentBack: Set<ComplaintNumber> = []
    private var objected: Set<ComplaintNumber> = []
    /// How often an answer was refused, and mended.
    private var refused: [ComplaintNumber: Int] = [:]
    /// Those whose process asks for evidence and a written answer.
    private var careful: Set<ComplaintNumber> = []
    /// Those that another person looks at again (S075).
    private var reviewed: Set<ComplaintNumber> = []

    /// - Parameter lateUntil: what is dispatched later is not handled late, or the play would not end.
    package init(lateUntil: Instant) {
        self.lateUntil = lateUntil
    }

    package mutating func respond(to fact: Fact) -> [Intention] {
        guard case .workOrder(let event) = fact else { return [] }
        switch event {
        case .dispatched(let fact):
            categories[fact.complaint] = fact.category
            tempers[fact.complaint] = Temper(fact.complaint, mayBeLate: fact.at < lateUntil)
            if fact.process != nil { careful.insert(fact.complaint) }
            let papers = fact.nature == .major ? filePapers(temper(of: fact.complaint), at: fact.at) : []
            return papers + [meet(temper(of: fact.complaint), in: fact.unit, at: fact.at)]
        case .transferred(let fact):
            let temper = temper(of: fact.complaint)
            return [order(.accept, temper, after: temper.untilAccepted, at: fact.at)]
        case .accepted(let fact):
            return putOnFile(temper(of: fact.complaint), at: fact.at) + [begin(temper(of: fact.complaint), at: fact.at)]
        case .majorDeclared(let fact): return filePapers(temper(of: fact.complaint), at: fact.at)
        case .held(let fact):
            let temper = temper(of: fact.complaint)
            return [order(.resume, temper, after: temper.hours("resume", 20...60), at: fact.at)]
        case .reviewRequested(let fact):
            reviewed.insert(fact.complaint)
            return [answer(temper(of: fact.complaint), after: 20...60, at: fact.at)]
        case .contributed(let fact) where refused[fact.complaint] != nil:
            return [answer(temper(of: fact.complaint), after: 2...4, at: fact.at)]
        case .unmerged(let fact): return goOn(temper(of: fact.complaint), at: fact.at)
        case .resumed(let fact): return [find(temper(of: fact.complaint), at: fact.at)]
        case .liabilityFound(let fact): return [answer(temper(of: fact.complaint), after: 2...9, at: fact.at)]
        case .answered(let fact): return [review(temper(of: fact.complaint), at: fact.at)]
        case .answerReturned(let fact): return [answer(temper(of: fact.complaint), after: 4...20, at: fact.at)]
        case .answerApproved(let fact): return [tellCustomer(temper(of: fact.complaint), at: fact.at)]
        case .customerTold(let fact): return close(temper(of: fact.complaint), satisfied: fact.satisfied, at: fact.at)
        case .dissatisfied(let fact): return lookAgain(fact)
        case .customerUntold(let fact): return [call(temper(of: fact.complaint), at: fact.at)]
        case .commandRejected(let fact): return mend(fact)
        // What supervisors read, an urge and the end want nothing done.
        case .urged, .escalated, .archived, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .memberAdded, .memberRemoved, .entrusted, .followedUp, .appealStepRecorded, .commandWaiting, .flagged, .asked:
            return []
        }
    }

    private func temper(of complaint: ComplaintNumber) -> Temper { tempers[complaint] ?? Temper(complaint, mayBeLate: false) }

    /// Takes it on, or finds that it is another unit's to solve.
    private func meet(_ temper: Temper, in unit: Domain.Unit, at now: Instant) -> Intention {
        guard temper.isTransferred else { return order(.accept, temper, after: temper.untilAccepted, at: now) }
        return order(.transfer, temper, after: temper.hours("transfer", 1...8), at: now) { command in
            command.to = unit == "marketing" ? "information-technology" : "marketing"
            command.reason = "The cause lies with the other unit."
        }
    }

    /// Finds out, or asks the customer first and lets the work rest.
    private mutating func begin(_ temper: Temper, at now: Instant) -> Intention {
        guard temper.isHeld, rested.insert(temper.complaint).inserted else { return find(temper, at: now) }
        return order(.hold, temper, after: temper.hours("hold", 1...6), at: now) { command in
            command.reason = "waiting-for-customer"
            command.texts["evidence"] = "REC-\(temper.roll("evidence", 9_000))"
        }
    }

    /// What was said to the customer and what was verified, where the process asks for it (S071, S097).
    private func putOnFile(_ temper: Temper, at now: Instant) -> [Intention] {
        guard careful.contains(temper.complaint) else { return [] }
        return ["customer-contact", "verification"].map { kind in
            order(.recordEvidence, temper, after: temper.hours(kind, 0...1), at: now) { command in
                command.texts["kind"] = kind
                command.reference = "REC-\(temper.roll(kind, 9_000))"
            }
        }
    }

    /// Takes on, or goes on with, what no longer goes with another complaint; what was found out before is not found once more.
    private func goOn(_ temper: Temper, at now: Instant) -> [Intention] {
        let found = now.adding(.hours(4)).adding(temper.untilFound)
        return [
            order(.accept, temper, after: temper.hours("accept again", 1...3), at: now), find(temper, at: now.adding(.hours(4))),
            answer(temper, after: 10...20, at: found),
        ]
    }

    /// Puts on file what a step was refused for where it may be taken, and takes it once more.
    private mutating func mend(_ refusal: CommandRejected) -> [Intention] {
        let complaint = refusal.complaint
        guard refused[complaint, default: 0] < Self.mostTries, let again = step(refusal.commandType, at: refusal.state) else { return [] }
        refused[complaint, default: 0] += 1
        careful.insert(complaint)
        let temper = temper(of: complaint)
        return switch again {
        // Whichever of these it lacked; what is there already is refused and does no harm.
        case .answer:
            putOnFile(temper, at: refusal.at) + [confer(temper, at: refusal.at), find(temper, at: refusal.at)]
                + [answer(temper, after: 2...4, at: refusal.at)]
        // What was found is on record already, from before the work changed hands or rested.
        case .finding: [answer(temper, after: 2...4, at: refusal.at)]
        case .approval: [review(temper, at: refusal.at)]
        case .telling: [tellCustomer(temper, at: refusal.at)]
        }
    }

    /// The step that a state lets a desk take, and that may have lacked something.
    private func step(_ type: String, at state: String) -> Step? {
        let command = WorkOrderCommand.Name(type: type)
        switch WorkOrderStatus(rawValue: state) {
        case .accepted: return command == .answer ? .answer : command == .findLiability ? .finding : nil
        case .answered: return command == .approveAnswer ? .approval : nil
        case .answerApproved: return command == .tellCustomer ? .telling : nil
        case .unregistered, .dispatched, .held, .merged, .customerTold, .archived, nil: return nil
        }
    }

    /// A step of the plain course that may have been refused for what it lacked.
    private enum Step {
        case answer
        case finding
        case approval
        case telling
    }

    /// An answer that is refused so often is a person's to look at.
    private static let mostTries = 5

    /// The plans and the script of a major complaint, and what was verified (S056, S134); its answer goes out in writing.
    private mutating func filePapers(_ temper: Temper, at now: Instant) -> [Intention] {
        careful.insert(temper.complaint)
        let plans = ["pre-handling", "handling"].map { kind in
            order(.filePlan, temper, after: temper.hours(kind, 0...1), at: now) { command in
                command.texts["kind"] = kind
                command.texts["plan"] = "Who does what until when."
                command.reference = "PLAN-\(temper.roll(kind, 9_000))"
            }
        }
        let script = order(.fileScript, temper, after: temper.hours("script", 0...1), at: now) { command in
            command.texts["script"] = "What is said to whoever asks."
            command.reference = "SCRIPT-\(temper.roll("script", 9_000))"
        }
        return putOnFile(temper, at: now) + plans + [script, confer(temper, at: now)]
    }

    /// The special meeting on a complex case (S087).
    private func confer(_ temper: Temper, at now: Instant) -> Intention {
        order(.recordMeeting, temper, after: temper.hours("meeting", 1...2), at: now) { command in
            command.texts["minutes"] = "MIN-\(temper.roll("minutes", 9_000))"
            command.texts["conclusion"] = "What is to be done."
            command.texts["plan"] = "By whom, until when."
        }
    }

    private func find(_ temper: Temper, at now: Instant) -> Intention {
        let finding = temper.finding(in: categories[temper.complaint])
        return order(.findLiability, temper, after: temper.untilFound, at: now) { command in
            command.liability = finding.liability
            command.ground = finding.ground
            command.amount = finding.amount
            command.quantity = finding.quantity
            command.particulars = finding.particulars
        }
    }

    private func answer(_ temper: Temper, after range: ClosedRange<Int>, at now: Instant) -> Intention {
        // Each time another person, who has not given the answer that is reviewed.
        let isReviewed = reviewed.contains(temper.complaint)
        let another: ActorID? = isReviewed ? ActorID("handler-9\(refused[temper.complaint] ?? 0)") : nil
        return order(.answer, temper, after: temper.hours("answer", range), at: now, by: another) { command in
            command.answer = "We looked into your complaint."
            command.texts["reasons"] = "This is what we found and why."
            command.texts["measures"] = "This is what we did."
        }
    }

    private mutating func review(_ temper: Temper, at now: Instant) -> Intention {
        let delay = temper.hours("review", temper.roll("review", 100) < 6 ? 40...80 : 1...7)
        guard temper.isReturned, sentBack.insert(temper.complaint).inserted else {
            return order(.approveAnswer, temper, after: delay, at: now, by: reviewer(temper))
        }
        return order(.returnAnswer, temper, after: delay, at: now, by: reviewer(temper)) { command in
            command.reason = "The answer does not say why."
        }
    }

    private func tellCustomer(_ temper: Temper, at now: Instant) -> Intention {
        order(.tellCustomer, temper, after: temper.hours("tell", 1...10), at: now) { command in
            if careful.contains(temper.complaint) {
                command.texts["medium"] = "letter"
                command.reference = "LETTER-\(temper.roll("letter", 9_000))"
            }
            if temper.isObjectedTo {
                command.satisfied = objected.contains(temper.complaint)
            } else if temper.roll("content", 100) < 60 {
                command.satisfied = true
            }
        }
    }

    /// The first contact calls whom no message has reached; what has to be in writing is handed over.
    private func call(_ temper: Temper, at now: Instant) -> Intention {
        order(.tellCustomer, temper, after: temper.hours("call", 1...6), at: now) { command in
            command.texts["medium"] = careful.contains(temper.complaint) ? "letter" : "phone"
            command.reference = careful.contains(temper.complaint) ? "LETTER-\(temper.roll("letter", 9_000))" : nil
        }
    }

    /// Looks again where the customer is not content; else archives by hand, or leaves it to archive itself.
    private mutating func close(_ temper: Temper, satisfied: Bool?, at now: Instant) -> [Intention] {
        if satisfied == false {
            objected.insert(temper.complaint)
            return [
                order(.returnAnswer, temper, after: temper.hours("objection", 3...12), at: now, by: reviewer(temper)) { command in
                    command.reason = "The customer is not content."
                }
            ]
        }
        guard temper.isArchivedByHand else { return [] }
        return [order(.archive, temper, after: temper.hours("close", 6...40), at: now)]
    }

    /// Looks again where the customer has said so themselves, unless a review or another complaint does.
    private mutating func lookAgain(_ fact: WorkOrderDissatisfied) -> [Intention] {
        guard fact.continuedBy == nil, fact.wantsReview != true || fact.remedies != nil else { return [] }
        return close(temper(of: fact.complaint), satisfied: false, at: fact.at)
    }

    private func reviewer(_ temper: Temper) -> ActorID { ActorID("reviewer-\(1 + temper.roll("reviewer", 8))") }

    private func order(
        _ type: WorkOrderCommand.Name, _ temper: Temper, after delay: Duration, at now: Instant, by actor: ActorID? = nil,
        _ complete: (inout CommandMessage) -> Void = { _ in }
    ) -> Intention {
        let handler = ActorID("handler-\(10 + temper.roll("handler", 40))")
        var command = CommandMessage(type, complaint: temper.complaint, by: actor ?? handler)
        complete(&command)
        let time = now.adding(delay)
        return Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))
    }
}
