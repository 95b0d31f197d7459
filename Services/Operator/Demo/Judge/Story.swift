import CommandLine
import Domain
import Embedded
import Foundation

/// One complaint of the many, told by the commands that people have for it.
enum Story {
    /// The complaint to which the most happened; the lowest number of several.
    static func choice(from courses: [ComplaintNumber: Tally.Course]) -> ComplaintNumber? {
        courses.max { left, right in
            (interest(of: left.value), right.key) < (interest(of: right.value), left.key)
        }?.key
    }

    private static func interest(of course: Tally.Course) -> Int {
        var interest = min(course.breaches, 2) * 3 + min(course.warnings, 2)
        if course.isSettled { interest += 3 }
        if course.wasApproved { interest += 3 }
        for happened in [course.isHeld, course.isTransferred, course.isReturned, course.isEscalated] where happened { interest += 2 }
        return course.status == .archived ? interest : 0
    }

    /// What `redress` prints with these words, its errors too.
    ///
    /// - Throws: `EmbeddedError` where it cannot be started.
    static func output(of executable: URL, _ words: [String], environment: [String: String]) throws -> String {
        let process = try ChildProcess(executable.path, words, environment: environment, output: .lines, errors: .lines)
        process.wait(within: 20)
        process.standardOutput?.waitForEnd(within: 5)
        process.standardError?.waitForEnd(within: 5)
        let lines = (process.standardOutput?.all ?? []) + (process.standardError?.all ?? [])
        return lines.map { $0 + "\n" }.joined()
    }
}
