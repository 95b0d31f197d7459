import Foundation

/// Bytes written as hexadecimal digits, as the published vectors have them.
func hex(_ digits: String) -> Data {
    var data = Data()
    var rest = digits[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
        data.append(byte)
        rest = rest.dropFirst(2)
    }
    return data
}
