import CompensationService
import Runtime

ServiceProcess(CompensationService.definition).run()
