export { formatBlock, overlap, parseBlock } from "./ipv4-block";
export type { NatStrategy } from "./nat-gateways";
export { Network, type NetworkArgs } from "./network";
export { networkProblems, type NetworkShape } from "./network-problems";
export { planSubnets, subnetProblems } from "./subnet-plan";
export type { SubnetCidrs, Tier } from "./tier";
