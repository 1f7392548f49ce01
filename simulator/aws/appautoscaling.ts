import type { Simulations } from "./simulation";

export const appautoscaling: Simulations = {};
