import Embedded
import Testing

@Suite struct FreePortTests {
    @Test(.enabled(if: FreePort.connectionPorts.lowerBound > 10_000, "the system may give any port to connections"))
    func aServersPortIsNoneThatAConnectionMayBeGivenWhileItIsAway() throws {
        for _ in 0..<50 {
            let port = try FreePort.find()
            #expect((10_000..<FreePort.connectionPorts.lowerBound).contains(port))
        }
    }
}
