import SLAMonitorService
import Runtime

ServiceProcess(SLAMonitorService.definition).run()
