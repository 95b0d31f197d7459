internal import Domain

/// Every CloudEvents type of the product with the topic it travels on: what the schemas and the AsyncAPI document must cover.
public struct EventType: Hashable, Sendable {
    /// Such as `redress.complaint.registered.v1`.
    public let name: String
    public let topic: Topic

    /// All of them, in the topics' order.
    public static let all: [EventType] =
        types(IntakeType.allCases.map(\.rawValue), .intake)
        + types(ComplaintEvent.wireTypes, .complaints)
        + types(WorkOrderCommand.Name.allCases.map(\.type) + [MergerReader.type], .workOrderCommands)
        + types(WorkOrderEvent.wireTypes, .workOrders)
        + types(RiskSighting.wireTypes, .risks)
        + types(ClockEvent.wireTypes + RiskEvent.wireTypes + [Heartbeat.wireType], .alerts)
        + types(ClaimCommand.Name.allCases.map(\.type), .compensationCommands)
        + types(ClaimEvent.wireTypes, .compensations)
        + types(NoticeEvent.wireTypes, .notifications)
        + types(GatewayReport.Name.allCases.map(\.type), .notificationReceipts)
        + types(StaffNotice.wireTypes, .staffNotices)
        + types([CustomerKeyMade.wireType], .customerKeys)
        + types([GatewayTextRequest.wireType], .gatewayTextRequests)
        + types([GatewayText.wireType], .gatewayTexts)
        + types([DeadLetter.wireType], .deadLetters)
        + types([ReportPublished.wireType], .reports)

    private static func types(_ names: [String], _ topic: Topic) -> [EventType] { names.map { EventType(name: $0, topic: topic) } }
}
