import type { Simulations } from "./simulation";

export const random: Simulations = {};
