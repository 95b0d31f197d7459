import CompensationService
package import Contracts
import DispatchService
import IntakeService
import NotificationService
package import Runtime
import SLAMonitorService

extension ServiceName {
    /// What the service of that name is made of.
    package var definition: ServiceDefinition {
        switch self {
        case .intake: IntakeService.definition
        case .dispatch: DispatchService.definition
        case .slaMonitor: SLAMonitorService.definition
        case .compensation: CompensationService.definition
        case .notification: NotificationService.definition
        }
    }
}
