import Domain
import Testing

@testable import OperatorService

@Suite struct FurtherTriesTests {
    @Test func eachServiceHasItsPageAndTheStorysComplaintIsNamed() {
        let tries = FurtherTries(
            speed: 600, environmentFile: "/tmp/demo/environment", complaint: "C20260302001000007", ports: [("intake", "40123")],
            logs: "/tmp/demo/logs")
        #expect(tries.text.contains("source /tmp/demo/environment\n"))
        #expect(tries.text.contains("redress explain C20260302001000007 --steps\n"))
        #expect(tries.text.contains("redress show C20260302001000007 --reveal --by 10086 --reason"))
        #expect(tries.text.contains("curl http://127.0.0.1:40123/metrics"))
    }

    @Test func theShellGetsEachValueAsItIs() {
        #expect(
            FurtherTries.shell(["B": "k1 a'b", "A": "x"], executables: "/opt/redress") == """
                export A='x'
                export B='k1 a'\\''b'
                export PATH='/opt/redress':"$PATH"

                """)
    }
}
