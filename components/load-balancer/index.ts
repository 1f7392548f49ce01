export type { LoadBalancerIngress } from "./ingress";
export { LoadBalancer, type LoadBalancerArgs } from "./load-balancer";
