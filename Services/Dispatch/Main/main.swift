import DispatchService
import Runtime

ServiceProcess(DispatchService.definition).run()
