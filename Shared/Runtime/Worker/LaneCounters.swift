/// How far a lane's own counters are. A round counts on a copy, which becomes the lane's with the commit.
struct LaneCounters: Equatable {
    let epoch: Int64
    /// The position of the last journal row.
    var position: Int64
    /// How many serials the lane has given out.
    var serial: Int64
    /// How many messages are parked in the lane's dead letters.
    var parked: Int
}
