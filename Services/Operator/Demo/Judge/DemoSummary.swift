/// The counts at the end, as `--json` prints them.
struct DemoSummary: Encodable, Equatable {
    let submitted: Int
    let registered: Int
    let duplicates: Int
    let incomplete: Int
    let dispatched: Int
    let answered: Int
    let archived: Int
    let compensated: Int
    let notified: Int
    let alerts: Int
    let deadLetters: Int

    init(_ tally: Tally) {
        submitted = tally.submissions.count
        registered = tally[.registered]
        duplicates = tally.duplicates
        incomplete = tally.incomplete.count
        dispatched = tally[.dispatched]
        answered = tally[.answered]
        archived = tally[.archived]
        compensated = tally[.settled]
        notified = tally[.delivered]
        alerts = tally.alertCount
        deadLetters = tally[.deadLetters]
    }
}
