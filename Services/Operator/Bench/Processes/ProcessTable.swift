import Domain
import Embedded
import Foundation
import Glibc

/// What the kernel says of the processes of this machine at one moment.
struct ProcessTable {
    struct Entry {
        let identifier: Int32
        let name: String
        let parent: Int32
        /// Its own processor time and that of its children that have ended, in seconds.
        let ownSeconds: Double
        let endedChildrenSeconds: Double
    }

    let entries: [Int32: Entry]

    /// Reads `/proc`. A process that ends meanwhile is left out.
    static func read() throws -> ProcessTable {
        let identifiers = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
        let found = identifiers.compactMap { identifier in
            file("/proc/\(identifier)/stat").flatMap { Entry($0) }
        }
        return ProcessTable(entries: Dictionary(found.map { ($0.identifier, $0) }) { $1 })
    }

    /// A process and all that descend from it, as far as they live.
    func family(of root: Int32) -> [Entry] {
        var family = entries[root].map { [$0] } ?? []
        var index = 0
        while index < family.count {
            let parent = family[index].identifier
            family += entries.values.filter { $0.parent == parent }
            index += 1
        }
        return family
    }

    /// A process's resident memory and the most it ever was, in MiB; `nil` where there is no such process.
    static func memory(of identifier: Int32) -> (resident: Double, peak: Double)? {
        guard let status = file("/proc/\(identifier)/status") else { return nil }
        func mebibytes(_ name: String) -> Double? {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
        }
        guard let resident = mebibytes("VmRSS"), let peak = mebibytes("VmHWM") else { return nil }
        return (resident, peak)
    }

    private static func file(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ProcessTable.Entry {
    /// The fields of `/proc/PID/stat`, as proc(5) counts them.
    private enum Field: Int {
        case parent = 4
        case userTime = 14
        case systemTime = 15
        case childrenUserTime = 16
        case childrenSystemTime = 17
    }

    /// Reads one line of `/proc/PID/stat`. The name may hold spaces and parentheses, so the last parenthesis ends it.
    init?(_ stat: String) {
        guard let opening = stat.firstIndex(of: "("), let closing = stat.lastIndex(of: ")"), opening < closing else { return nil }
        let fields = stat[stat.index(after: closing)...].split(separator: " ")
        func number(_ field: Field) -> Double? {
            let index = field.rawValue - 3
            return fields.indices.contains(index) ? Double(fields[index]) : nil
        }
        guard let identifier = Int32(stat[..<opening].trimmingCharacters(in: .whitespaces)), let parent = number(.parent),
            let user = number(.userTime), let system = number(.systemTime), let childrenUser = number(.childrenUserTime),
            let childrenSystem = number(.childrenSystemTime)
        else { return nil }
        self.identifier = identifier
        name = String(stat[stat.index(after: opening)..<closing])
        self.parent = Int32(parent)
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        ownSeconds = (user + system) / ticks
        endedChildrenSeconds = (childrenUser + childrenSystem) / ticks
    }
}

extension EmbeddedPostgres {
    /// The server's main process, as it wrote it down itself; `nil` while it does not run.
    var serverProcess: Int32? {
        guard let data = FileManager.default.contents(atPath: "\(directory)/data/postmaster.pid") else { return nil }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").first.flatMap { Int32(digits: $0) }
    }
}
