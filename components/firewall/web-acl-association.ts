import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

export interface WebAclAssociationArgs {
  /** A web ACL of scope `REGIONAL`, in the region of the resource. */
  webAclArn: pulumi.Input<string>;
  /** What it guards, for example the ARN of a load balancer. */
  resourceArn: pulumi.Input<string>;
}

/**
 * Puts a regional web ACL in front of a load balancer; a distribution takes its web ACL as an argument instead.
 * Creates one association; costs nothing.
 */
export class WebAclAssociation extends pulumi.ComponentResource {
  constructor(name: string, args: WebAclAssociationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:WebAclAssociation", name, {}, opts);

    new wafv2.WebAclAssociation(name, { webAclArn: args.webAclArn, resourceArn: args.resourceArn }, { parent: this });

    this.registerOutputs({});
  }
}
