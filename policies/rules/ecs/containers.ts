import type { Value } from "../../kernel/value";

/** The containers of a task definition; throws for text that is not JSON. */
export const containersOf = (taskDefinition: Value): Value[] => taskDefinition.at("containerDefinitions").json().list();

/** The container as an exemption names it. */
export const nameOf = (container: Value): string | undefined => container.at("name").string();
