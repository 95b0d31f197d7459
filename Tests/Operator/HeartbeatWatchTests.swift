import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

struct HeartbeatWatchTests {
    private func beat(every seconds: Int = 60) -> ConsumedMessage {
        let beat = Heartbeat(service: "sla-monitor", lanes: [0, 1], everySeconds: seconds, overdueSeconds: 0, at: Instant(seconds: 0))
        let data = beat.encodeData(with: WireCoder())
        let event = CloudEvent(id: "1", source: "/redress/sla-monitor", type: Heartbeat.wireType, subject: Heartbeat.key, data: data)
        return ConsumedMessage(
            topic: "redress.alerts", partition: 0, offset: 0, key: Data(Heartbeat.key.utf8), value: data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    /// What a watch says after each look, by the seconds at which it looks and whether a heartbeat came by then.
    private func said(_ looks: [(seconds: Int, beat: Int?)]) -> [String?] {
        let start = ContinuousClock.now
        var watch = HeartbeatWatch(at: start)
        var said: [String?] = []
        for look in looks {
            let messages = look.beat.map { [beat(every: $0)] } ?? []
            said.append(watch.look(at: messages, start + .seconds(look.seconds)))
        }
        return said
    }

    @Test func threeMissedHeartbeatsAreToldOnceAndTheNextOneToo() {
        let said = said([(0, 60), (180, nil), (181, nil), (300, nil), (400, 60), (500, nil)])
        #expect(said.map { $0 != nil } == [false, false, true, false, true, false], "S203: a dead monitor cannot say so itself")
        #expect(said[2]?.hasPrefix("sla-monitor is silent: no heartbeat for 180 s") == true)
        #expect(said[4] == "sla-monitor is alive again")
    }

    @Test func aMonitorThatIsDeadFromTheBeginningIsNoticed() {
        let said = said([(180, nil), (181, nil)])
        #expect(said.map { $0 != nil } == [false, true])
    }

    @Test func theHeartbeatItselfSaysWhenTheNextOneComes() {
        let said = said([(0, 5), (15, nil), (16, nil)])
        #expect(said.map { $0 != nil } == [false, false, true])
    }
}
