import Domain
import Testing

@testable import OperatorService

/// The channels as they are published.
struct ChannelsCommandTests {
    @Test func aChannelIsShownWithItsContactOrWithTheWantOfOne() {
        let hotline = ChannelListing(channel: "hotline", name: "10000号", level: .provincial, contact: "10000", isAlwaysOpen: true)
        #expect(
            ChannelsCommand.Line(hotline).text == "hotline  10000号  provincial  10000  24 hours",
            "S062, S080: contact and hours are published")
        let visit = ChannelListing(channel: "visit", name: "来访", level: .provincial, contact: nil, isAlwaysOpen: false)
        #expect(ChannelsCommand.Line(visit).text == "visit  来访  provincial  contact not published", "S062: what is still to be published")
    }
}
