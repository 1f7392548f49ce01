import * as servicediscovery from "@pulumi/aws/servicediscovery";
import * as pulumi from "@pulumi/pulumi";

export interface PrivateNamespaceArgs {
  /** Domain that only the VPC knows, for example `pm-prod.internal`. */
  domainName: string;
  vpcId: pulumi.Input<string>;
}

/**
 * The domain of services that only the VPC knows. Creates a namespace of Cloud Map and, by it, a private hosted zone, which
 * costs $0.50 a month (https://aws.amazon.com/route53/pricing/).
 */
export class PrivateNamespace extends pulumi.ComponentResource {
  readonly namespaceId: pulumi.Output<string>;
  readonly domainName: string;

  constructor(name: string, args: PrivateNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:PrivateNamespace", name, {}, opts);

    const namespace = new servicediscovery.PrivateDnsNamespace(
      name,
      { name: args.domainName, vpc: args.vpcId, description: "Services that only this VPC reaches" },
      { parent: this },
    );

    this.namespaceId = namespace.id;
    this.domainName = args.domainName;
    this.registerOutputs({ namespaceId: this.namespaceId, domainName: this.domainName });
  }
}
