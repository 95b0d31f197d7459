// SLAMonitor
