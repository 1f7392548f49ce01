import type { Simulations } from "./simulation";

export const wafv2: Simulations = {};
