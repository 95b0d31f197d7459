import IntakeService
import Runtime

ServiceProcess(IntakeService.definition).run()
