import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

struct HeartbeatWatchTests {
    private func beat(every seconds: Int = 60) throws -> ConsumedMessage {
        let beat = Heartbeat(service: "sla-monitor", lanes: [0, 1], everySeconds: seconds, overdueSeconds: 0, at: Instant(seconds: 0))
        let data = try beat.encodeData(with: WireCoder())
        let event = CloudEvent(id: "1", source: "/redress/sla-monitor", type: Heartbeat.wireType, subject: Heartbeat.key, data: data)
        return ConsumedMessage(
            topic: "redress.alerts", partition: 0, offset: 0, key: Data(Heartbeat.key.utf8), value: data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    @Test func threeMissedHeartbeatsAreToldOnceAndTheNextOneToo() throws {
        let start = ContinuousClock.now
        var watch = HeartbeatWatch(at: start)
        #expect(watch.look(at: [try beat()], start) == nil)
        #expect(watch.look(at: [], start + .seconds(180)) == nil)
        let silence = try #require(watch.look(at: [], start + .seconds(181)), "S203: a dead monitor cannot say so itself")
        #expect(silence.hasPrefix("sla-monitor is silent: no heartbeat for 180 s"))
        #expect(watch.look(at: [], start + .seconds(300)) == nil)
        #expect(watch.look(at: [try beat()], start + .seconds(400)) == "sla-monitor is alive again")
        #expect(watch.look(at: [], start + .seconds(500)) == nil)
    }

    @Test func aMonitorThatIsDeadFromTheBeginningIsNoticed() throws {
        let start = ContinuousClock.now
        var watch = HeartbeatWatch(at: start)
        #expect(watch.look(at: [], start + .seconds(181)) != nil)
    }

    @Test func theHeartbeatItselfSaysWhenTheNextOneComes() throws {
        let start = ContinuousClock.now
        var watch = HeartbeatWatch(at: start)
        #expect(watch.look(at: [try beat(every: 5)], start) == nil)
        #expect(watch.look(at: [], start + .seconds(16)) != nil)
    }
}
