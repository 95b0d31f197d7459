internal import CSystem
internal import Foundation
internal import Glibc

/// What `posix_spawn` is told: the program, its words and its three standard descriptors.
struct Spawn {
    private let executable: String
    private let arguments: [String]
    private let environment: [String: String]
    private let workingDirectory: String?
    /// What the child gets as its descriptors 0, 1 and 2; `nil` passes ours on.
    private var sources: [Source?] = [.path("/dev/null", O_RDONLY), .path("/dev/null", O_WRONLY), .path("/dev/null", O_WRONLY)]

    private enum Source {
        case path(String, Int32)
        case descriptor(OpenDescriptor)
    }

    init(_ executable: String, _ arguments: [String], environment: [String: String]?, workingDirectory: String?) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment ?? ProcessInfo.processInfo.environment
        self.workingDirectory = workingDirectory
    }

    /// Sets the child's input; returns our end of it, if it has one.
    mutating func setInput(_ input: ChildProcess.Input) throws(EmbeddedError) -> OpenDescriptor? {
        switch input {
        case .nothing:
            return nil
        case .file(let path):
            sources[0] = .path(path, O_RDONLY)
            return nil
        case .open:
            let (reading, writing) = try OpenDescriptor.pipe()
            sources[0] = .descriptor(reading)
            return writing
        }
    }

    /// Sets the child's output 1 or 2; returns our end of it, if it has one.
    mutating func setOutput(_ output: ChildProcess.Output, of descriptor: Int) throws(EmbeddedError) -> OpenDescriptor? {
        switch output {
        case .discarded:
            return nil
        case .inherited:
            sources[descriptor] = nil
            return nil
        case .file(let path):
            sources[descriptor] = .path(path, O_WRONLY | O_CREAT | O_APPEND)
            return nil
        case .lines:
            let (reading, writing) = try OpenDescriptor.pipe()
            sources[descriptor] = .descriptor(writing)
            return reading
        }
    }

    /// Starts the program and closes our copies of the child's ends.
    mutating func start() throws(EmbeddedError) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
            sources = []
        }
        // A group of its own, and the signals as a fresh program expects them, whatever we block or ignore.
        var (none, all) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        if let workingDirectory { unsafe csystem_spawn_in_directory(&actions, workingDirectory) }
        for (number, source) in sources.enumerated() {
            switch source {
            case .path(let path, let flags): unsafe posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o644)
            case .descriptor(let descriptor): unsafe posix_spawn_file_actions_adddup2(&actions, descriptor.number ?? -1, Int32(number))
            case nil: break
            }
        }
        // Nothing else of ours goes on to the child: libraries open sockets that would be inherited, and a connection that a child holds, too,
        // does not end when we close it.
        unsafe csystem_spawn_closing_from(&actions, 3)
        let words = CStrings([executable] + arguments)
        let settings = CStrings(environment.map { "\($0.key)=\($0.value)" })
        var identifier: pid_t = 0
        let failure = unsafe posix_spawnp(&identifier, executable, &actions, &attributes, words.pointers, settings.pointers)
        guard failure == 0 else { throw EmbeddedError("start \(executable)", unsafe String(cString: strerror(failure))) }
        return identifier
    }
}

/// A list of C strings that ends with a null pointer, as `posix_spawn` wants its words.
@safe private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        unsafe pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() { unsafe (pointers + index).initialize(to: strdup(string)) }
        unsafe (pointers + count).initialize(to: nil)
    }

    deinit {
        for index in 0..<count { unsafe free(pointers[index]) }
        unsafe pointers.deallocate()
    }
}
