import Foundation
import HTTP
import Testing

/// Clients that hold a connection and do not come to the point.
@Suite(.timeLimit(.minutes(1))) struct SlowClientTests {
    /// Connects and says so, begins a request and goes on with a header every 200 ms; ends with 7 where the server has cut it off,
    /// with 0 after 20 seconds.
    private static let slow = """
        exec 3<>/dev/tcp/127.0.0.1/$1
        echo connected
        printf 'GET /livez HTTP/1.1\\r\\nHost: x\\r\\n' >&3
        for number in {1..100}; do
            printf 'X-%s: 1\\r\\n' "$number" >&3 || exit 7
            read -t 0.2 -r -u 3 line; [ $? -gt 128 ] || exit 7
        done
        """
    /// Asks a whole request every 300 ms over one connection; ends with 7 where the server has cut it off, with 0 after the eighth.
    private static let patient = """
        exec 3<>/dev/tcp/127.0.0.1/$1
        for number in {1..8}; do
            printf 'GET /livez HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' >&3 || exit 7
            line=; while [ "$line" != healthy ]; do read -t 5 -r -u 3 line || exit 7; done
            read -t 0.3 -r -u 3 line; [ $? -gt 128 ] || exit 7
        done
        """

    /// Asks once; ends with 0 where it is answered, with 7 where it is not.
    private static let probe = """
        exec 3<>/dev/tcp/127.0.0.1/$1
        printf 'GET /livez HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' >&3
        read -t 5 -r -u 3 line || exit 7
        """

    private func start(_ script: String, _ server: HTTPServer, output: Pipe = Pipe()) throws -> Process {
        let process = Process()
        process.standardOutput = output
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "trap '' PIPE; " + script, "client", "\(server.boundPort)"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func serve(_ limits: HTTPLimits) throws -> HTTPServer { try HTTPServer(port: 0, limits: limits) { _ in .text("healthy\n") } }

    @Test func aClientThatSendsAByteNowAndThenIsCutOff() throws {
        let server = try serve(HTTPLimits(timeoutSeconds: 15, requestSeconds: 1))
        let client = try start(Self.slow, server)
        client.waitUntilExit()
        #expect(client.terminationStatus == 7)
    }

    @Test func aConnectionOverWhichWholeRequestsComeStaysOpenBeyondThatTime() throws {
        let server = try serve(HTTPLimits(timeoutSeconds: 15, requestSeconds: 1))
        let client = try start(Self.patient, server)
        client.waitUntilExit()
        #expect(client.terminationStatus == 0)
    }

    @Test func slowClientsTakeNoMoreThanTheirAddressesShareAndGiveItBack() throws {
        let server = try serve(HTTPLimits(connectionsPerAddress: 3, timeoutSeconds: 15, requestSeconds: 8))
        // Each is connected before the first probe, which would otherwise take the place of one of them.
        let clients = try (0..<3).map { _ in
            let output = Pipe()
            let client = try start(Self.slow, server, output: output)
            #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "connected\n")
            return client
        }
        var answers: [Int32] = []
        let deadline = ContinuousClock.now + .seconds(40)
        // Refused while the three hold what the address may have, and answered once they are cut off.
        while !(answers.contains(7) && answers.last == 0), ContinuousClock.now < deadline {
            let probe = try start(Self.probe, server)
            probe.waitUntilExit()
            answers.append(probe.terminationStatus)
        }
        #expect(answers.contains(7) && answers.last == 0)
        for client in clients { client.waitUntilExit() }
        #expect(clients.map(\.terminationStatus) == [7, 7, 7])
    }
}
