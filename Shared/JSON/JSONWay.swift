/// The way from the root of a document to a value, step by step; its words and numbers are put together only when somebody asks.
indirect enum JSONWay {
    case root
    /// A member of that name, at that place among the members.
    case member(String, place: Int, of: JSONWay)
    case index(Int, of: JSONWay)

    /// As in `data.tags[2]`; empty for the root.
    var label: String {
        switch self {
        case .root: ""
        case .member(let name, _, .root): name
        case .member(let name, _, let above): "\(above.label).\(name)"
        case .index(let index, let above): "\(above.label)[\(index)]"
        }
    }

    /// The place among the members or elements of each level, from the root down.
    var places: [Int] {
        switch self {
        case .root: []
        case .member(_, let place, let above): above.places + [place]
        case .index(let index, let above): above.places + [index]
        }
    }
}
