import { type CaseResource, UNKNOWN } from "../../kernel/cases";
import { SECURITY_GROUP } from "../../kernel/tokens";

const [GROUP = ""] = SECURITY_GROUP;

/** For cases: a load balancer in security group `group`. */
export const balancer = (props: object = {}, type = "aws:lb/loadBalancer:LoadBalancer"): CaseResource => ({
  type,
  name: "balancer",
  props: { arn: UNKNOWN, dnsName: UNKNOWN, securityGroups: [UNKNOWN], ...props },
  refers: { securityGroups: "group" },
});

/** For cases: the security group, with the inline rules of a program. */
export const group = (ingress: object[]): CaseResource => ({ type: GROUP, name: "group", props: { ingress } });

/** For cases: a distribution with the load balancer as its origin. */
export const distribution: CaseResource = {
  type: "aws:cloudfront/distribution:Distribution",
  name: "cdn",
  props: { origins: [{ originId: "app", domainName: UNKNOWN }] },
  refers: { origins: "balancer" },
};

export const FROM_ANYWHERE = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
export const FROM_PREFIX_LIST = { protocol: "tcp", fromPort: 443, toPort: 443, prefixListIds: ["pl-1"] };
