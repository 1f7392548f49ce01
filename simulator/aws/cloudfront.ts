import type { Simulations } from "./simulation";

export const cloudfront: Simulations = {};
