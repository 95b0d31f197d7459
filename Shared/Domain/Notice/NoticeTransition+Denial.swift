/// That nothing is owed is told once the complaint is answered: until then a second person may send the answer back, and another finding come.
extension NoticeTransition {
    /// Keeps a refusal of money until it may be told; a later one of the same complaint takes its place.
    mutating func hold(_ denial: NoticeCause) {
        guard rules.handles(.claimDenied), !file.taken.contains(denial.identity) else { return }
        file.denial = denial
    }

    /// Tells what was kept, where the customer has the answer; forgets it where the customer took the complaint back.
    mutating func attendToTheDenial() throws(Fault) {
        guard let denial = file.denial, file.contact != nil else { return }
        switch file.stage {
        case .told, .archived:
            file.denial = nil
            guard file.remember(denial.identity) else { return }
            try notify(denial)
        case .withdrawn: file.denial = nil
        case .accepted, .held, .answered, .reviewing, nil: break
        }
    }
}
