import Domain

/// The short stories of the demo: whose each is, what it is called, and which events it tells.
struct Repertoire {
    /// One story that is told from a complaint's journals.
    struct Piece {
        let heading: String
        /// What is said where nobody came to play in it.
        let name: String
        let complaint: ComplaintNumber?
        /// What is told, by the last words of the events' types; messages by their template.
        let told: [String]
    }

    let pieces: [Piece]

    init(_ cast: Cast, courses: [ComplaintNumber: Tally.Course]) {
        let paid = courses.filter { $0.value.wasApproved && $0.value.isSettled }.keys.min()
        pieces = [
            Piece(
                heading: "A major complaint, reported level by level at the first moment (S056, S134)", name: "a major complaint",
                complaint: cast.major,
                told: ["major-declared", "reported", "plan-filed", "script-filed", "customer-told"]),
            Piece(
                heading: "A compensation that two persons decide: who found it does not approve it (S198)",
                name: "a compensation with two persons", complaint: paid,
                told: ["proposed", "compensation.approved", "settled", "compensation-settled"]),
            Piece(
                heading: "A repeat: the line of \(cast.repeated?.earlier.rawValue ?? "another") complains again within 30 days (S130)",
                name: "a repeat", complaint: cast.repeated?.complaint,
                told: ["registered", "dispatched", "supervised", "answered", "customer-told", "work-order.archived"]),
            Piece(
                heading: "An appeal about \(cast.appeal?.earlier?.rawValue ?? "a complaint"), step by step (Order 35; S012, S183)",
                name: "an appeal", complaint: cast.appeal?.complaint,
                told: ["registered", "appeal-received", "appeal-step-recorded", "customer-told"]),
        ]
    }
}
