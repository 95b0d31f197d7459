import Contracts
import Domain
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// Personal data is seen on the intake topic, where gateways write it, and nowhere behind it.
    @Suite struct Privacy {
        private static let line = "13877665544"
        /// Words that stand for a name, an address, the customer's words.
        private static let marks = ["Zhuge-Mark", "mark@example.com", "description-mark", "demand-mark", "dissatisfaction-mark", line]
        private static let answerMark = "answer-mark"

        @Test func markedPersonalDataIsInNoOtherTopicNoLogNoMetricAndNotInTheDatabase() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try sendAllKinds(to: deployment)
            let metrics = try deployment.instances.map { try $0.endpoint().get("/metrics").body }.joined()
            let dump = try Run.output(of: "pg_dump", ["--dbname", deployment.databaseURL("postgres"), "--inserts"])

            #expect(dump.contains("INSERT INTO intake.journal"), "the dump holds the data")
            for mark in Self.marks + [Self.answerMark] {
                #expect(!metrics.contains(mark), "\(mark) is in the metrics")
                #expect(!deployment.allLogs.contains { $0.contains(mark) }, "\(mark) is in a log")
                #expect(!dump.contains(mark), "\(mark) is in the database")
                #expect(!dump.contains(Self.hexadecimal(mark)), "\(mark) is in the database as bytes")
                for message in deployment.ledger.messages where message.topic != Topic.intake.name {
                    if mark == Self.answerMark, message.topic == Topic.workOrderCommands.name { continue }
                    #expect(!Self.holds(message, mark), "\(mark) is in \(message.topic)")
                }
            }
        }

        /// One good complaint with an answer, a forwarded one, a rejected one, one that cannot be read, one that is parked behind it.
        private func sendAllKinds(to deployment: Deployment) throws {
            let gateway = deployment.gateway
            let wrong = (Murmur2.partition(of: Data(Self.line.utf8), count: deployment.options.partitions) + 1) % 12
            try gateway.submit(complaint(Self.line), id: "forwarded", partition: wrong)
            let number = ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1").key)
            try gateway.command(CommandMessage(.accept, complaint: number, by: "handler-7"))
            var finding = CommandMessage(.findLiability, complaint: number, by: "handler-7")
            finding.liability = .unclear
            try gateway.command(finding)
            var answer = CommandMessage(.answer, complaint: number, by: "handler-7")
            answer.answer = Self.answerMark
            answer.texts = ["reasons": "no reasons", "measures": "no measures"]
            try gateway.command(answer)
            _ = try deployment.fact("redress.work-order.answered.v1")

            var tooLong = complaint(Self.line)
            tooLong.demand = String(repeating: "demand-mark", count: 200)
            try gateway.submit(tooLong, id: "rejected")
            _ = try deployment.fact("redress.complaint.rejected.v1")

            let unreadable = Data("{\"line\":\"\(Self.line)\",\"customer\":\"Zhuge-Mark\",".utf8)
            try gateway.send([
                ProducedMessage(
                    topic: Topic.intake.name, key: Data(Self.line.utf8), value: unreadable, headers: gateway.message(tooLong).headers)
            ])
            try gateway.submit(complaint(Self.line), id: "behind")
            let intake = try deployment.endpoint(.intake)
            try deployment.wait("the last waits behind the unreadable one") {
                intake.metric("redress_messages_total", "outcome=\"parked\"") == 1
            }
            _ = try deployment.fact(DeadLetter.wireType)
        }

        private func complaint(_ line: String) -> IntakeSubmission {
            var complaint = Gateway.complaint(line)
            complaint.customer = "Zhuge-Mark"
            complaint.contact = "mark@example.com"
            complaint.description = "description-mark"
            complaint.demand = "demand-mark"
            complaint.dissatisfaction = "dissatisfaction-mark"
            return complaint
        }

        private static func holds(_ message: ConsumedMessage, _ mark: String) -> Bool {
            let bytes = Data(mark.utf8)
            let parts = [message.key, message.value] + message.headers.map(\.value)
            return parts.contains { $0?.range(of: bytes) != nil }
        }

        private static func hexadecimal(_ text: String) -> String {
            text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
