import CSystem
import CommandLine
import Dispatch
import Domain
import Foundation
import Glibc
import HTTP
import Policies
import Telemetry

/// A service from its command line to its graceful end.
public struct ServiceProcess {
    private let definition: ServiceDefinition

    public init(_ definition: ServiceDefinition) {
        self.definition = definition
    }

    /// Runs until SIGTERM or SIGINT, then ends the process: 0 after a graceful stop, 78 for a setting or policy that cannot be used, 69 where
    /// the HTTP port is taken.
    public func run() -> Never {
        let arguments = CommandLineParser(ServiceCommand.command(for: definition), version: Release.version).parseOrExit()
        do {
            let settings = try ServiceSettings(arguments, service: definition.name)
            let pack = try PolicyPackLoader.load(directory: settings.policies)
            try serve(settings, pack, RolePolicy.load(directory: settings.policies))
            exit(ExitCode.ok.rawValue)
        } catch let error as HTTPError {
            fail(error, .unavailable)
        } catch {
            fail(error, .configuration)
        }
    }

    private func serve(_ settings: ServiceSettings, _ pack: PolicyPack, _ roles: RolePolicy) throws {
        signal(SIGPIPE, SIG_IGN)
        csystem_share_heaps()
        let request = StopRequest()
        let signals = StopSignals(request)
        defer { withExtendedLifetime(signals) {} }
        let metrics = Metrics()
        metrics.addProcessMetrics()
        let gate = try gate(settings, roles, metrics)
        let gateways = try gateways(settings, pack)
        let watch = settings.commandKeys.map { RegisterWatch($0, roles: roles, gate: gate, logger: settings.logger) }
        let watching = watch?.start(everySeconds: Self.registerSeconds)
        let status = ServiceStatus(workers: settings.workers, stallAfterMilliseconds: settings.stallAfterMilliseconds)
        let endpoints = HealthEndpoints(status: status, metrics: metrics)
        let server = try HTTPServer(port: settings.httpPort, address: settings.httpAddress) { endpoints.answer($0) }
        settings.logger.info("serving health and metrics", [.address: .string(settings.httpAddress), .port: .number(server.boundPort)])
        let workers = (0..<settings.workers).map { index in
            WorkerThread(
                .init(
                    definition: definition, settings: settings, pack: pack, gate: gate, gateways: gateways, status: status,
                    metrics: metrics, index: index),
                request)
        }
        if let signal = request.wait() { settings.logger.info("stopping", [.signal: .number(signal)]) }
        for worker in workers { worker.stop() }
        for worker in workers { worker.join() }
        watching?.cancel()
        server.stop()
        if let fault = workers.lazy.compactMap(\.fault).first { throw fault }
    }

    /// How often it is looked whether the register of senders was changed.
    private static let registerSeconds = 10

    /// Checks commands by the register of senders, where there is one.
    private func gate(_ settings: ServiceSettings, _ roles: RolePolicy, _ metrics: Metrics) throws(PolicyError) -> CommandGate {
        guard let file = settings.commandKeys else { return .open }
        let unsigned = metrics.counter("redress_commands_unsigned_total", help: "Commands that were let in without a signature.")
        let gate = try CommandGate(
            SenderRegister.load(file: file, roles: roles), roles: roles, mode: settings.commandSignatures
        ) { unsigned.increment() }
        settings.logger.info(
            "commands are checked",
            [.file: .string(file.path), .count: .number(gate.senderCount), .value: .string(settings.commandSignatures.rawValue)])
        return gate
    }

    /// Seals texts for the gateways that carry them, where they have keys.
    private func gateways(_ settings: ServiceSettings, _ pack: PolicyPack) throws(PolicyError) -> GatewayKeys {
        guard let file = settings.gatewayKeys else { return .none }
        return try GatewayKeys(
            GatewayRegister.load(file: file, media: pack.notification.knownMedia))
    }

    private func fail(_ error: any Error, _ code: ExitCode) -> Never {
        FileHandle.standardError.write(Data("redress-\(definition.name): \(error)\n".utf8))
        exit(code.rawValue)
    }
}
