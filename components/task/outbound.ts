import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { SecurityGroup } from "../security-group";

/** One destination outside the VPC: a range of addresses, or a list that AWS keeps. */
export interface OutboundRule {
  /** Fixed role: part of the rule's logical name. */
  role: string;
  /** TCP port. */
  port: number;
  to: { cidrIpv4: string } | { prefixListId: pulumi.Input<string> };
  /** What is reached, for the rule's description. */
  label: string;
}

/** Whatever a task calls outside the VPC speaks HTTPS, unless it is told more closely. */
const EVERYBODY_BY_HTTPS: OutboundRule[] = [
  { role: "https", port: 443, to: { cidrIpv4: "0.0.0.0/0" }, label: "AWS and others by HTTPS" },
];

/** The group of a task, which lets out to these destinations; inside the VPC, each edge is a `Connection`. */
export function outboundGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
  outbound: OutboundRule[] = EVERYBODY_BY_HTTPS,
): SecurityGroup {
  const group = new SecurityGroup(name, { vpcId, description: `Tasks of ${name}` }, { parent });
  for (const { role, port, to, label } of outbound) {
    new vpc.SecurityGroupEgressRule(
      `${name}-egress-${role}`,
      {
        securityGroupId: group.securityGroupId,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...to,
        description: `${name} to ${label}`,
      },
      { parent },
    );
  }
  return group;
}
