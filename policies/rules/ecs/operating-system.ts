import type { Value } from "../../kernel/value";

/** Whether the containers of a task definition run Windows. */
export const isWindows = (taskDefinition: Value): boolean =>
  taskDefinition.at("runtimePlatform.operatingSystemFamily").string()?.toUpperCase().startsWith("WINDOWS") === true;
