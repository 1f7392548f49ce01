import type { Simulations } from "./simulation";

export const lb: Simulations = {};
