import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** The AWS services that are called inside the VPC, where it has endpoints for them. */
export function endpointsGrant({ net: { endpointSecurityGroupId } }: Surroundings): Grant {
  if (!endpointSecurityGroupId) return {};
  return {
    connections: {
      endpoints: { to: { label: "AWS endpoints", securityGroupId: endpointSecurityGroupId }, port: 443 },
    },
  };
}
