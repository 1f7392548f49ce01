import * as pulumi from "@pulumi/pulumi";
import * as vpc from "@pulumi/aws/vpc";

/** One end of a connection. */
export interface ConnectionPeer {
  /** The name that rule descriptions show, for example `api`. */
  label: string;
  securityGroupId: pulumi.Input<string>;
}

export interface ConnectionArgs {
  /** Who opens the connection. */
  from: ConnectionPeer;
  /** Who answers. */
  to: ConnectionPeer;
  /** TCP port that `to` listens on. */
  port: pulumi.Input<number>;
}

/**
 * Lets one security group reach another on one TCP port, by group reference and never by address range.
 *
 * Creates the egress rule at `from` and the ingress rule at `to`; costs nothing.
 */
export class Connection extends pulumi.ComponentResource {
  constructor(name: string, args: ConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Connection", name, {}, opts);
    const { from, to, port } = args;
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port };

    new vpc.SecurityGroupEgressRule(
      `${name}-egress`,
      {
        ...rule,
        securityGroupId: from.securityGroupId,
        referencedSecurityGroupId: to.securityGroupId,
        description: `${from.label} to ${to.label}`,
      },
      { parent: this },
    );
    new vpc.SecurityGroupIngressRule(
      `${name}-ingress`,
      {
        ...rule,
        securityGroupId: to.securityGroupId,
        referencedSecurityGroupId: from.securityGroupId,
        description: `${to.label} from ${from.label}`,
      },
      { parent: this },
    );

    this.registerOutputs({});
  }
}
