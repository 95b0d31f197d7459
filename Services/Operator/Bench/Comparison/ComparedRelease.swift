/// Which of two releases is measured: the one that measures, or the one that it is held against.
enum ComparedRelease {
    case this
    case other

    /// Who is measured first in a turn, from 0: they take turns at it, so that neither always finds the colder servers.
    static func order(of turn: Int) -> [ComparedRelease] { turn.isMultiple(of: 2) ? [.this, .other] : [.other, .this] }

    var title: String {
        switch self {
        case .this: "this release"
        case .other: "the other release"
        }
    }
}
