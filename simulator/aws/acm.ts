import type { Simulations } from "./simulation";

export const acm: Simulations = {};
