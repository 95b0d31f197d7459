import NotificationService
import Runtime

ServiceProcess(NotificationService.definition).run()
