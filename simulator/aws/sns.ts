import type { Simulations } from "./simulation";

export const sns: Simulations = {};
