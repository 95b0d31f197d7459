import Domain

/// How a complaint will be handled: what the handlers of this demo decide is decided by its number.
struct Temper: Sendable, Equatable {
    /// How fast its unit works.
    enum Pace: Sendable {
        case prompt
        /// Over the unit's own limit of three working days.
        case slow
        /// At the edge of the law's fifteen days, and beyond.
        case late
    }

    let complaint: ComplaintNumber
    let pace: Pace

    /// - Parameter mayBeLate: whether there is time left to wait for its end.
    init(_ complaint: ComplaintNumber, mayBeLate: Bool) {
        self.complaint = complaint
        pace =
            switch Dice.roll("pace", of: complaint.rawValue, sides: 100) {
            case ..<10 where mayBeLate: .late
            case ..<18: .slow
            default: .prompt
            }
    }

    /// From the dispatch to somebody who takes it on.
    var untilAccepted: Duration {
        switch pace {
        case .prompt: hours("accept", 1...12)
        case .slow: hours("accept", 14...36)
        case .late: hours("accept", 30...60)
        }
    }

    /// From there to the finding of liability.
    var untilFound: Duration {
        switch pace {
        case .prompt: hours("find", 5...26)
        case .slow: hours("find", 60...130)
        case .late: hours("find", 300...375)
        }
    }

    var isTransferred: Bool { roll("transfer", 100) < 9 }
    /// Whether the work order is on hold because the customer has to be asked.
    var isHeld: Bool { pace != .late && roll("hold", 100) < 8 }
    /// Whether the reviewer sends the first answer back.
    var isReturned: Bool { roll("return", 100) < 7 }
    /// Whether the customer, when told, is not content.
    var isObjectedTo: Bool { roll("object", 100) < 6 }
    /// Whether a person archives it; the others archive themselves.
    var isArchivedByHand: Bool { pace != .prompt || roll("archive", 100) < 55 }

    func roll(_ question: String, _ sides: Int) -> Int { Dice.roll(question, of: complaint.rawValue, sides: sides) }

    func hours(_ question: String, _ range: ClosedRange<Int>) -> Duration {
        Dice.hours(question, of: complaint.rawValue, in: range)
    }
}
