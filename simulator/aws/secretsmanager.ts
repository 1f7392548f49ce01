import type { Simulations } from "./simulation";

export const secretsmanager: Simulations = {};
