/// How long files and functions may be.
enum LengthRule {
    static let fileLimit = 500
    static let medianLimit = 100
    static let functionLimit = 70
    static let mainLimit = 40

    static func violations(in file: SourceFile) -> [Violation] {
        var violations: [Violation] = []
        if file.lineCount > fileLimit {
            violations.append(
                file.violation(line: nil, "has \(file.lineCount) lines, over \(fileLimit): one noun a file; move the next noun to its own"))
        }
        if file.path.hasSuffix("/Main/main.swift"), file.lineCount >= mainLimit {
            violations.append(
                file.violation(
                    line: nil,
                    "has \(file.lineCount) lines and must stay under \(mainLimit): main is a table of contents; move the work into the target"
                ))
        }
        for function in FunctionSpan.all(in: file.code) where function.lineCount > functionLimit {
            violations.append(
                file.violation(
                    line: function.firstLine,
                    "the function has \(function.lineCount) lines, over \(functionLimit): keep the branches, move plain work to helpers"))
        }
        return violations
    }

    /// The middle length of the given files, or nil when there are none.
    static func median(of files: [SourceFile]) -> Int? {
        let counts = files.map(\.lineCount).sorted()
        return counts.isEmpty ? nil : counts[counts.count / 2]
    }
}
