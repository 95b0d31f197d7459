import Runtime
import SLAMonitorService

ServiceProcess(SLAMonitorService.definition).run()
