import Foundation
import Glibc

/// What the kernel says of this process, by the names that all Prometheus clients use.
enum ProcessMetrics {
    /// The fields of `/proc/self/stat` after the command's name, counted from 3 as proc(5) does.
    private enum Field: Int {
        case userTime = 14
        case systemTime = 15
        case startTime = 22
        case virtualMemory = 23
        case residentPages = 24
    }

    static func add(to metrics: Metrics) {
        metrics.read("process_cpu_seconds_total", help: "Total user and system CPU time spent in seconds.") {
            guard let stat = stat(), let user = stat(.userTime), let system = stat(.systemTime) else { return nil }
            return (user + system) / ticksPerSecond
        }
        metrics.read("process_resident_memory_bytes", help: "Resident memory size in bytes.") {
            stat()?(.residentPages).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
        }
        metrics.read("process_virtual_memory_bytes", help: "Virtual memory size in bytes.") { stat()?(.virtualMemory) }
        metrics.read("process_start_time_seconds", help: "Start time of the process since unix epoch in seconds.") {
            guard let start = stat()?(.startTime), let boot = bootTime() else { return nil }
            return boot + start / ticksPerSecond
        }
        metrics.read("process_open_fds", help: "Number of open file descriptors.") { openFiles() }
        metrics.read("process_max_fds", help: "Maximum number of open file descriptors.") { mostOpenFiles() }
    }

    private static var ticksPerSecond: Double { Double(sysconf(Int32(_SC_CLK_TCK))) }

    /// The fields of `/proc/self/stat`. The command's name may hold spaces and parentheses, so the last parenthesis ends it.
    private static func stat() -> ((Field) -> Double?)? {
        guard let text = read("/proc/self/stat"), let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        return { field in
            let index = field.rawValue - 3
            return fields.indices.contains(index) ? Double(fields[index]) : nil
        }
    }

    private static func bootTime() -> Double? {
        read("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
    }

    /// The open descriptors; the one that lists them is not counted.
    private static func openFiles() -> Double? {
        do {
            return Double(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count - 1)
        } catch {
            return nil
        }
    }

    private static func mostOpenFiles() -> Double? {
        let line = read("/proc/self/limits")?.split(separator: "\n").first { $0.hasPrefix("Max open files") }
        return line?.split(separator: " ").dropFirst(3).first.flatMap { Double($0) }
    }

    /// A file of the kernel's; nil where there is none, as in a container that hides it.
    private static func read(_ path: String) -> String? {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            return nil
        }
    }
}

extension Metrics {
    /// Adds what the kernel says of this process: CPU time, memory, start, open files; what it does not say is left out.
    public func addProcessMetrics() {
        ProcessMetrics.add(to: self)
    }
}
