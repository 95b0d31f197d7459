import Domain
import Reporting

/// What every policy file has: the version of the pack it belongs to.
protocol PolicyDocument: Decodable {
    var version: PolicyVersion { get }
}

extension ChannelPolicy: PolicyDocument {}
extension IntakePolicy: PolicyDocument {}
extension AppealPolicy: PolicyDocument {}
extension RoutingPolicy: PolicyDocument {}
extension WorkOrderPolicy: PolicyDocument {}
extension InvestigationPolicy: PolicyDocument {}
extension MajorPolicy: PolicyDocument {}
extension WorkloadPolicy: PolicyDocument {}
extension CalendarPolicy: PolicyDocument {}
extension ClockPolicy: PolicyDocument {}
extension AbnormalPolicy: PolicyDocument {}
extension RiskPolicy: PolicyDocument {}
extension CompensationPolicy: PolicyDocument {}
extension NotificationPolicy: PolicyDocument {}
extension TemplatePolicy: PolicyDocument {}
extension ScriptPolicy: PolicyDocument {}
extension ReportPolicy: PolicyDocument {}
extension RetentionPolicy: PolicyDocument {}
extension QualityPolicy: PolicyDocument {}
extension LawPolicy: PolicyDocument {}
extension RolePolicy: PolicyDocument {}
