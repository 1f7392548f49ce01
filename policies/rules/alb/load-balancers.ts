import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { SECURITY_GROUP } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { ingressRulesOf, takesAnyone } from "../vpc/ingress-rules";
import { isWritten } from "../../kernel/is-written";

/** `application`, `network` or `gateway`. */
export const kindOf = (loadBalancer: Value): string => loadBalancer.at("loadBalancerType").string() ?? "application";

/** Whether a load balancer of the stack has public addresses, as AWS gives it unless told otherwise. */
export const isInternetFacing = (loadBalancer: Subject): boolean =>
  !isWritten(loadBalancer, "internal") || !loadBalancer.props.at("internal").isTrue();

/** The security groups of a load balancer; those of other stacks are not seen. */
export const groupsOf = (stack: StackIndex, loadBalancer: Subject): Subject[] =>
  isWritten(loadBalancer, "securityGroups") ? stack.targets(loadBalancer, "securityGroups", SECURITY_GROUP) : [];

/** Whether a security group admits every address of the internet. */
export const isOpen = (stack: StackIndex, group: Subject): boolean => ingressRulesOf(stack, group).some(takesAnyone);

/** Whether the internet reaches a load balancer, which it does as well where all groups are of other stacks. */
export function isReachedByInternet(stack: StackIndex, loadBalancer: Subject): boolean {
  if (!isInternetFacing(loadBalancer)) return false;
  const groups = groupsOf(stack, loadBalancer);
  return groups.length === 0 || groups.some((group) => isOpen(stack, group));
}

/** Whether a distribution of the stack takes a load balancer as an origin, by reference or by its known name. */
export function isBehindCloudFront(stack: StackIndex, { urn, props }: Subject): boolean {
  const dnsName = props.at("dnsName");
  const host = dnsName.isUnknown() ? undefined : dnsName.string()?.toLowerCase();
  return stack.ofTypes(["aws:cloudfront/distribution:Distribution"]).some((distribution) => {
    if (distribution.references["origins"]?.includes(urn)) return true;
    const origins = distribution.props.at("origins");
    const domains = origins.isUnknown() ? [] : origins.list().map((origin) => origin.at("domainName"));
    return domains.some((domain) => host !== undefined && !domain.isUnknown() && domain.string() === host);
  });
}
