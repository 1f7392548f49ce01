import type { Simulations } from "./simulation";

export const iam: Simulations = {};
