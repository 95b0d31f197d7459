import Contracts
import Domain
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// Personal data is seen where those outside wrote it, and nowhere behind it: each place and each form of it is searched.
    @Suite struct Privacy {
        /// What a customer says; only the intake topic has it.
        private static let said = [
            "Zhuge-Mark-7719", "诸葛标记", "mark7719@example.com", "street-mark-7719", "description-mark-7719", "demand-mark-7719",
            "dissatisfaction-mark-7719", "unreadable-mark-7719", "wrong-type-mark-7719", "13877665544",
        ].map(Mark.init)
        /// What desks, approvers and gateways say in free words; only the topics they write have it.
        private static let written = [
            "answer-mark-7719", "transfer-mark-7719", "return-mark-7719", "request-mark-7719", "instruction-mark-7719", "note-mark-7719",
            "decline-mark-7719", "goodwill-mark-7719", "command-mark-7719", "receipt-mark-7719",
        ].map(Mark.init)
        private static let line = "13877665544"
        private static let commandTopics: [Topic] = [.workOrderCommands, .compensationCommands, .notificationReceipts]

        @Test func markedPersonalDataComesOutNowhereInWhateverForm() throws {
            let deployment = try Deployment { options in
                options.policyEdits = [
                    "notification.yaml": [
                        ("backoff: {value: [5m, 30m]", "backoff: {value: [1s, 1s]"), ("{value: [app, letter]", "{value: []"),
                    ]
                ]
            }
            for service in ServiceName.allCases { try deployment.start(service, ["--log-level", "debug"]) }
            try deployment.waitUntilReady()
            let number = try sayAllAsCustomer(deployment)
            try writeAllAsStaff(deployment, number)
            try spoilAll(deployment, number)
            let outpouring = try Outpouring(deployment)

            for mark in Self.said {
                let allowed = Set(["value", "key"].map { "\(Topic.intake.name) \($0), clear" })
                let places = outpouring.places(of: mark)
                #expect(places.subtracting(allowed).isEmpty, "\(mark.text)")
                #expect(!places.isEmpty, "\(mark.text) was never sent")
            }
            for mark in Self.written {
                let allowed = Set(Self.commandTopics.map { "\($0.name) value, clear" })
                let places = outpouring.places(of: mark)
                #expect(places.subtracting(allowed).isEmpty, "\(mark.text)")
                #expect(!places.isEmpty, "\(mark.text) was never sent")
            }
            #expect(
                outpouring.pieces.contains { $0.place == "database" && $0.bytes.range(of: Data("INSERT INTO intake.journal".utf8)) != nil })
        }

        @Test func aMarkIsFoundInEachOfItsForms() throws {
            let mark = Mark("Wáng 王")
            let haystacks: [String: Data] = [
                "clear": Data("…Wáng 王…".utf8), "percent-encoded": Data("W%C3%A1ng%20%E7%8E%8B".utf8),
                "escaped as JSON": Data(#"{"name":"W\u00e1ng \u738b"}"#.utf8),
                "UTF-16LE": try #require("Wáng 王".data(using: .utf16LittleEndian)),
                "hexadecimal": Data("0057c3a16e6720e78e8b00".utf8),
                "Base64 + 0": Data(Data("Wáng 王".utf8).base64EncodedString().utf8),
                "Base64 + 1": Data(Data("xWáng 王yz".utf8).base64EncodedString().utf8),
                "Base64 + 2": Data(Data("xyWáng 王".utf8).base64EncodedString().utf8),
            ]
            for (form, haystack) in haystacks { #expect(mark.found(in: haystack).contains(form), "\(form)") }
            #expect(mark.found(in: Data("Wang 王".utf8)).isEmpty)
        }

        /// A complaint that is forwarded first, a rejected one, one that waits for more, an appeal with its form.
        private func sayAllAsCustomer(_ deployment: Deployment) throws -> ComplaintNumber {
            let gateway = deployment.gateway
            let wrong = (Murmur2.partition(of: Data(Self.line.utf8), count: deployment.options.partitions) + 1) % 12
            try gateway.submit(complaint(), id: "forwarded", partition: wrong)
            let number = ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1").key)
            var tooLong = complaint()
            tooLong.demand = String(repeating: "demand-mark-7719", count: 200)
            try gateway.submit(tooLong, id: "rejected")
            var nameless = complaint()
            nameless.channel = Channel("Zhuge-Mark-7719")
            nameless.province = Province("诸葛标记")
            try gateway.submit(nameless, id: "a name for a channel")
            var appeal = complaint(.appealed)
            appeal.channel = "miit"
            appeal.appeal = Appeal()
            appeal.address = "street-mark-7719"
            try gateway.submit(appeal, id: "appeal")
            var supplement = complaint(.supplemented)
            supplement.complaint = number
            supplement.address = "street-mark-7719"
            try gateway.submit(supplement, id: "supplement")
            _ = try deployment.fact("redress.complaint.rejected.v1") { $0.text("eventID") == "rejected" }
            _ = try deployment.fact("redress.complaint.rejected.v1") { $0.text("eventID") == "a name for a channel" }
            _ = try deployment.fact("redress.complaint.supplemented.v1")
            return number
        }

        /// Every command that takes free words, and a receipt of a message that could not be delivered.
        private func writeAllAsStaff(_ deployment: Deployment, _ number: ComplaintNumber) throws {
            func say(_ type: WorkOrderCommand.Name, by: ActorID = "handler-7", _ fill: (inout CommandMessage) -> Void = { _ in }) throws {
                var command = CommandMessage(type, complaint: number, by: by)
                fill(&command)
                try deployment.gateway.command(command)
            }
            let answer = { (command: inout CommandMessage) in
                command.answer = "answer-mark-7719"
                command.texts = ["reasons": "answer-mark-7719", "measures": "answer-mark-7719"]
            }
            try say(.transfer) { ($0.to, $0.reason) = ("network-operations", "transfer-mark-7719") }
            try say(.accept)
            try say(.recordEvidence) { $0.texts = ["kind": "customer-contact", "reference": "R-1", "note": "note-mark-7719"] }
            try say(.coordinate) { ($0.to, $0.texts) = ("marketing", ["request": "request-mark-7719"]) }
            try say(.contribute) { $0.texts = ["unit": "marketing", "contribution": "note-mark-7719"] }
            try say(.supervise, by: "supervisor-1") {
                ($0.reason, $0.texts) = (
                    "request-mark-7719", ["unit": "provincial-customer-service", "instruction": "instruction-mark-7719"]
                )
            }
            try say(.findLiability) { $0.liability = .unclear }
            try say(.answer, answer)
            try say(.returnAnswer, by: "reviewer-3") { $0.reason = "return-mark-7719" }
            for type in ["redress.work-order.transferred.v1", "redress.work-order.supervised.v1", "redress.work-order.answer-returned.v1"] {
                _ = try deployment.fact(type)
            }
            for (type, mark) in [(ClaimCommand.Name.decline, "decline-mark-7719"), (.grantGoodwill, "goodwill-mark-7719")] {
                var command = CommandMessage(type, complaint: number, by: "supervisor-1")
                (command.reason, command.ground, command.amount) = (mark, "late-handling", Money(minorUnits: 2000))
                try deployment.gateway.command(command)
            }
            let notice = NoticeNumber(
                try #require(deployment.fact("redress.notification.requested.v1", number.rawValue).text("notification")))
            for attempt in 1...2 {
                try deployment.wait("attempt \(attempt) is asked for") {
                    deployment.ledger.facts("redress.notification.requested.v1").count { $0.text("notification") == notice.rawValue }
                        >= attempt
                }
                var receipt = CommandMessage(receiptOf: notice, complaint: number, outcome: .failed, at: Deployment.start)
                (receipt.attempt, receipt.reason) = (attempt, "receipt-mark-7719")
                try deployment.gateway.command(receipt)
            }
            _ = try deployment.fact("redress.notification.abandoned.v1")
        }

        /// What cannot be read, or has the wrong type, on every topic that outsiders write; and what then waits behind it.
        private func spoilAll(_ deployment: Deployment, _ number: ComplaintNumber) throws {
            let gateway = deployment.gateway
            func raw(_ topic: Topic, _ key: String, _ type: String, _ id: String, _ json: String) -> ProducedMessage {
                let event = CloudEvent(id: id, source: "/gateway", type: type, data: Data(json.utf8))
                return ProducedMessage(
                    topic: topic.name, key: Data(key.utf8), value: event.data, headers: CloudEventWriter.headers(for: event))
            }
            /// Bytes that name nobody who could be answered.
            func broken(_ topic: Topic, _ key: String, _ mark: String) -> ProducedMessage {
                ProducedMessage(topic: topic.name, key: Data(key.utf8), value: Data(#"{"id":"1","data":{"x":"\#(mark)""#.utf8))
            }
            let submitted = IntakeType.submitted.rawValue
            try gateway.send([
                broken(.intake, Self.line, "unreadable-mark-7719"), broken(.intake, "13877665545", "unreadable-mark-7719"),
                broken(.workOrderCommands, number.rawValue, "command-mark-7719"),
                broken(.compensationCommands, number.rawValue, "command-mark-7719"),
                broken(.notificationReceipts, number.rawValue, "receipt-mark-7719"),
                raw(.intake, Self.line, submitted, "1", #"{"line":"13877665544","customer":["wrong-type-mark-7719"]}"#),
                raw(.intake, "13877665545", submitted, "2", #"{"line":"13877665544","customer":"unreadable-mark-7719","#),
                raw(
                    .workOrderCommands, number.rawValue, "redress.work-order.transfer.v1", "4",
                    #"{"complaint":"\#(number)","by":"h-7","to":"command-mark-7719","reason":{"x":"command-mark-7719"}}"#),
                raw(.workOrderCommands, number.rawValue, "redress.work-order.answer.v1", "3", #"{"answer":"command-mark-7719","#),
                raw(.compensationCommands, number.rawValue, "redress.compensation.decline.v1", "5", #"{"reason":"command-mark-7719"}"#),
                raw(
                    .notificationReceipts, number.rawValue, ReceiptReader.type, "6",
                    #"{"complaint":"\#(number)","outcome":"receipt-mark-7719","reason":7}"#),
            ])
            try gateway.submit(complaint(), id: "behind")
            let intake = try deployment.endpoint(.intake)
            try deployment.wait("five dead letters, and the last complaint waits") {
                deployment.ledger.deadLetters.count >= 5 && intake.metric("redress_messages_total", "outcome=\"parked\"") >= 1
            }
        }

        private func complaint(_ type: IntakeType = .submitted) -> IntakeSubmission {
            var complaint = IntakeSubmission(type, line: Self.line)
            complaint.channel = "hotline"
            complaint.province = "CN-SC"
            complaint.category = "billing"
            complaint.receivedAt = Deployment.start
            complaint.customer = "Zhuge-Mark-7719 诸葛标记"
            complaint.contact = "mark7719@example.com"
            complaint.description = "description-mark-7719"
            complaint.demand = "demand-mark-7719"
            complaint.dissatisfaction = "dissatisfaction-mark-7719"
            return complaint
        }
    }
}
