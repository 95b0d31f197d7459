import Domain
import Foundation
import Reporting

/// The sheet a sample is checked on: comma-separated, one complaint a line, one column a check.
enum QualitySheet {
    private static let fixed = ["complaint", "stratum"]

    static func text(of sample: QualitySample, _ policy: QualityPolicy) -> String {
        let heads = fixed + policy.checks.map(\.code)
        let rows = sample.picks.map { [$0.complaint.rawValue, $0.stratum] + policy.checks.map { _ in "" } }
        return ([heads] + rows).map { $0.map(ReportCSV.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Reads a sheet that was filled in.
    ///
    /// - Throws: a `Fault` that names the row and the column; or a `RowFault` for text that is not comma-separated.
    static func marked(in text: String, _ policy: QualityPolicy) throws -> [QualityResult.Marked] {
        var scanner = CSVScanner(Data(text.utf8))
        guard let heads = try scanner.next()?.fields else {
            throw Fault(field: "sheet", problem: "is empty", expected: "what redress quality sample wrote")
        }
        let codes = policy.checks.map(\.code)
        guard heads == fixed + codes else {
            throw Fault(
                field: "row 1", problem: "has other columns than the policy's checks", expected: (fixed + codes).joined(separator: ","))
        }
        var marked: [QualityResult.Marked] = []
        while let record = try scanner.next() {
            let cells = record.fields
            guard cells.count == heads.count else {
                throw Fault(field: "row \(record.line)", problem: "has \(cells.count) cells", expected: "\(heads.count)")
            }
            var marks: [String: Bool] = [:]
            for (code, cell) in zip(codes, cells.dropFirst(fixed.count)) {
                marks[code] = try mark(cell, at: "row \(record.line), \(code)")
            }
            marked.append(QualityResult.Marked(complaint: ComplaintNumber(cells[0]), stratum: cells[1], marks: marks))
        }
        return marked
    }

    private static func mark(_ cell: String, at place: String) throws(Fault) -> Bool? {
        switch cell.lowercased() {
        case "": nil
        case "yes", "y", "1", "是": true
        case "no", "n", "0", "否": false
        default: throw Fault(field: place, problem: "is not a mark", expected: "yes, no, or nothing")
        }
    }
}
