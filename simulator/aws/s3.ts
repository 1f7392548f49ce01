import type { Simulations } from "./simulation";

export const s3: Simulations = {};
