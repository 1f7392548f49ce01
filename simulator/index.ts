export * from "./manifest";
export { record, type RecordOptions } from "./record";
export { NotSimulatedError, Simulator, type SimulatorOptions } from "./simulator";
