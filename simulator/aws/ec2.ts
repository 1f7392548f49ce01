import type { Simulations } from "./simulation";

export const ec2: Simulations = {};
