import type { Simulations } from "./simulation";

export const awsx: Simulations = {};
