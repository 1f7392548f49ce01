import type { Simulations } from "./simulation";

export const ecr: Simulations = {};
