import Foundation

/// A number with so many digits after the point.
enum FixedText {
    static func of(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
}
