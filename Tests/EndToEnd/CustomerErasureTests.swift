import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// A customer is erased, and nothing that was ever sealed for them opens any more, whoever has the keyring; another customer's does.
    @Suite struct CustomerErasure {
        private static let line = "13877665544"
        private static let said = ["Erased-Name-5521", "erased5521@example.com", "Erased-Description-5521"]
        private static let written = ["Erased-Answer-5521", "Erased-Note-5521", "Erased-Letter-5521"]
        private static let kept = ["Wang Fang", "wang.fang@example.com", "Kept-Answer-5521"]

        @Test func whatWasSealedForAnErasedCustomerOpensNowhereAndAnotherCustomersDoes() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            let number = try complain(deployment, mine(), "mine")
            let other = try complain(deployment, Gateway.complaint("13900000001"), "other")
            try answer(deployment, number, "Erased-Answer-5521", note: "Erased-Note-5521")
            try answer(deployment, other, "Kept-Answer-5521", note: "Kept-Note-5521")
            try spoil(deployment)

            let before = try WholeSearch(deployment)
            for mark in Self.said + Self.written + Self.kept { #expect(before.has(mark), "\(mark) was never sealed") }
            #expect(try reveal(deployment, number).contains("Erased-Name-5521"))

            let place = try #require(try letters(deployment).first)
            let refused = try erase(deployment, number)
            #expect(refused.status == 1 && refused.errors.contains("dead letters of intake"), "\(refused.errors)")
            try redress(
                deployment, "redress_operator",
                ["dead-letters", "discard", place, "--by", "10086", "--reason", "sent again", "--wait", "30s"])
            #expect(try erase(deployment, number, "--wait", "0s").status == 1, "the complaint is open")
            let erased = try erase(deployment, number, "--even-open")
            #expect(erased.status == 0, "\(erased.errors)\(erased.output)")
            try deployment.wait("the tombstones are on the topic") {
                deployment.ledger.messages.contains { $0.topic == Topic.customerKeys.name && $0.value == nil }
            }
            for _ in 0..<5 { try deployment.ledger.read(milliseconds: 100) }

            let after = try WholeSearch(deployment)
            for mark in Self.said + Self.written { #expect(!after.has(mark), "\(mark) still opens") }
            for mark in Self.kept { #expect(after.has(mark), "\(mark) of another customer") }
            #expect(after.shut > before.shut && after.keys.count < before.keys.count)
            let shown = try reveal(deployment, number)
            #expect(shown.contains("erased") && !shown.contains("Erased-Name-5521"))
            #expect(try reveal(deployment, other).contains("Wang Fang"))
            try comeBack(deployment, number)
            #expect(deployment.ledger.breaches.isEmpty, "\(deployment.ledger.breaches)")
        }

        /// Who was erased and has more to say is served as anybody, by another key.
        private func comeBack(_ deployment: Deployment, _ number: ComplaintNumber) throws {
            var again = mine()
            again.type = .feedbackGiven
            again.complaint = number
            again.feedback = Feedback(satisfaction: 2, resolved: nil, wantsReview: nil)
            again.description = "Returned-Word-5521"
            try deployment.gateway.submit(again, id: "again")
            _ = try deployment.fact("redress.complaint.feedback-given.v1", number.rawValue)
            let search = try WholeSearch(deployment)
            #expect(search.has("Returned-Word-5521") && !search.has("Erased-Description-5521"))
        }

        private func mine() -> IntakeSubmission {
            var complaint = Gateway.complaint(Self.line)
            complaint.customer = Self.said[0]
            complaint.contact = Self.said[1]
            complaint.description = Self.said[2]
            return complaint
        }

        private func complain(_ deployment: Deployment, _ complaint: IntakeSubmission, _ id: String) throws -> ComplaintNumber {
            let known = Set(deployment.ledger.facts("redress.work-order.dispatched.v1").map(\.key))
            try deployment.gateway.submit(complaint, id: id)
            return ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1") { !known.contains($0.key) }.key)
        }

        private func answer(_ deployment: Deployment, _ number: ComplaintNumber, _ answer: String, note: String) throws {
            func say(_ type: WorkOrderCommand.Name, by: ActorID = "handler-7", _ fill: (inout CommandMessage) -> Void = { _ in }) throws {
                var command = CommandMessage(type, complaint: number, by: by)
                fill(&command)
                try deployment.gateway.command(command)
            }
            try say(.accept)
            try say(.recordEvidence) { $0.texts = ["kind": "customer-contact", "reference": "R-1", "note": note] }
            try say(.findLiability) { $0.liability = .unclear }
            try say(.answer) {
                $0.answer = answer
                $0.texts = ["reasons": answer, "measures": answer]
            }
            try say(.approveAnswer, by: "reviewer-3")
            _ = try deployment.fact("redress.work-order.answered.v1", number.rawValue)
            _ = try deployment.fact("redress.notification.requested.v1", number.rawValue)
        }

        /// A message of the line that cannot be read.
        private func spoil(_ deployment: Deployment) throws {
            // It is cut short, so that it names nobody who could be answered.
            let cut = Data(#"{"specversion":"1.0","id":"spoiled","data":{"line":"\#(Self.line)","customer":["Erased-Letter-5521"]"#.utf8)
            try deployment.gateway.send([ProducedMessage(topic: Topic.intake.name, key: Data(Self.line.utf8), value: cut)])
            try deployment.wait("a dead letter") { !deployment.ledger.deadLetters.isEmpty }
        }

        @discardableResult
        private func redress(_ deployment: Deployment, _ role: String, _ arguments: [String]) throws -> String {
            try Run.output(of: Built.executable("redress"), arguments, environment: ["DATABASE_URL": deployment.databaseURL(role)])
        }

        private func letters(_ deployment: Deployment) throws -> [String] {
            let json = try redress(deployment, "redress_operator", ["dead-letters", "list", "--json"])
            let list = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] ?? []
            return list.compactMap { $0["place"] as? String }
        }

        private func reveal(_ deployment: Deployment, _ number: ComplaintNumber) throws -> String {
            try redress(
                deployment, "redress_operator",
                [
                    "show", number.rawValue, "--reveal", "--by", "staff-1042", "--reason", "a test", "--sealing-key-file",
                    deployment.folder.appending("sealing"), "--policies", deployment.folder.appending("policies"),
                ])
        }

        private func erase(_ deployment: Deployment, _ number: ComplaintNumber, _ more: String...) throws -> Run {
            try Run(
                Built.executable("redress"),
                ["retention", "erase", "--complaint", number.rawValue, "--by", "staff-7001", "--reason", "request R-1"] + more,
                environment: ["DATABASE_URL": deployment.databaseURL("redress_retention")])
        }
    }
}
