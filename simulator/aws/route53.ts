import type { Simulations } from "./simulation";

export const route53: Simulations = {};
