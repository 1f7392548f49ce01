export type { Properties } from "./aws/simulation";
export * from "./manifest";
export { LenientSimulator, type LenientSimulatorOptions } from "./generic";
export { record, type RecordOptions } from "./record";
export { type EngineServer, type EngineServerOptions, type LogEntry, serveEngine } from "./server";
export { NotSimulatedError, Simulator, type SimulatorOptions } from "./simulator";
