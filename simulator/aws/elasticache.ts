import type { Simulations } from "./simulation";

export const elasticache: Simulations = {};
