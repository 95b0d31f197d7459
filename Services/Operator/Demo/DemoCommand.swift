import CommandLine
import Foundation
import Glibc

/// `redress demo`: everything on one machine, played in fast time.
enum DemoCommand {
    static let command = OperatorCommand(
        Command(
            "demo", summary: "Play real complaints through all five services, in about a minute.",
            discussion: """
                Starts a broker, a database and the five services, sends the complaints of a file to the intake topic as a channel gateway \
                would, and plays handlers, approvers, billing and the gateways' receipts. It shows counts as they move and alerts as they \
                fire and compares topics and databases at the end. Then a customer complains again and another appeals, counted apart; it tells \
                their stories in a few lines each, a major complaint's, a payment's that two persons decide and a digest's, has the month's \
                report drawn as a page, shows one complaint as redress show and redress explain do, ends all it started, and leaves nothing \
                but the page.

                KAFKA_BOOTSTRAP_SERVERS or KAFKA_HOME name another broker than the embedded one, DATABASE_URL another database server; on \
                those, the demo's topics, database and roles are its own and are removed at the end.

                Exit codes: 0 all complaints sit where they should; 1 they do not; 65 the file cannot be used; 69 a server is away; \
                130 stopped by Ctrl-C.
                """,
            examples: ["Ops/demo", "Ops/demo --keep", "Ops/demo --json 2>/dev/null"], options: DemoOptions.all)
    ) { arguments in
        let flag = StopFlag()
        do {
            return try DemoRun(DemoOptions(arguments), flag).run()
        } catch is StopFlag.Stopped {
            exit(interrupted)
        } catch let error as DemoError {
            StandardStream.errors.write("redress: \(error)\n")
            return error.exitCode
        }
    }

    /// What shells give for a program ended by SIGINT.
    private static let interrupted: Int32 = 130
}
