import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

export interface SecurityGroupArgs {
  vpcId: pulumi.Input<string>;
  /** What stands behind the group, for people who read the console: a change replaces the group. */
  description: string;
}

/**
 * A security group that admits nothing and lets nothing out: every rule is a resource of its own, so that no two
 * writers fight over an inline list. Creates one group; costs nothing.
 */
export class SecurityGroup extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: SecurityGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:SecurityGroup", name, {}, opts);

    const group = new ec2.SecurityGroup(
      name,
      { vpcId: args.vpcId, description: args.description, revokeRulesOnDelete: true },
      { parent: this },
    );

    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
