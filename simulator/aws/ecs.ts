import type { Simulations } from "./simulation";

export const ecs: Simulations = {};
