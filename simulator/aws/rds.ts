import type { Simulations } from "./simulation";

export const rds: Simulations = {};
