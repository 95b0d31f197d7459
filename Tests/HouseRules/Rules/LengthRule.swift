/// How long files and functions may be.
enum LengthRule {
    static let fileLimit = 500
    /// A file below holds less than a concept, and belongs to the one it is a part of.
    static let leastLines = 15
    /// The files that may be shorter besides each `Main/main.swift`: faces of a module, which say what there is and leave the rest to others.
    static let faces: Set<String> = [
        "Shared/Runtime/Service/Release.swift"
    ]
    static let functionLimit = 70
    static let mainLimit = 40

    static func violations(in file: SourceFile) -> [Violation] {
        var violations: [Violation] = []
        if file.lineCount > fileLimit {
            violations.append(
                file.violation(line: nil, "has \(file.lineCount) lines, over \(fileLimit): one concept a file; move the next to its own"))
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

    /// A part of a concept with a file to itself; and a face that is none any more.
    static func shortViolations(in file: SourceFile) -> [Violation] {
        let isShort = file.lineCount < leastLines
        if faces.contains(file.path) {
            return isShort
                ? [] : [file.violation(line: nil, "has \(file.lineCount) lines and needs no place in LengthRule.faces; remove it")]
        }
        guard isShort, file.lies(in: ["Shared", "Services", "Tests"]), !file.path.hasSuffix("/Main/main.swift") else { return [] }
        return [
            file.violation(
                line: nil, "has \(file.lineCount) lines, under \(leastLines): a type lies with the concept it is a part of; move it there")
        ]
    }
}
