/// What stands for a number that neither 64 bits nor binary floating point can hold, while a document is read that has one.
///
/// simdjson refuses the whole document for it. So the reader puts another number of the same length in its place, by which it is known; a
/// document that holds this very number is told the same, that it is out of range.
enum NumberOutOfRange {
    static let value = 9e307

    /// - Parameter length: in bytes; a number out of range has five and more, as `1e309` has.
    static func text(of length: Int) -> [UInt8] {
        switch length {
        case ...5: Array("9e307".utf8)
        case 6: Array("9e+307".utf8)
        default: Array("9.".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: length - 6) + Array("e307".utf8)
        }
    }
}
