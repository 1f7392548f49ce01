import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

/**
 * How private subnets reach the internet over IPv4. `perZone`: a gateway in each zone, so that a zone's failure stays
 * in that zone. `single`: one gateway for all, whose zone is then everybody's. `none`: not at all; what tasks need
 * of AWS has to be among the interface endpoints.
 */
export type NatStrategy = "perZone" | "single" | "none";

export interface NatGatewaysArgs {
  strategy: NatStrategy;
  /** The public subnets, one for each zone. */
  subnetIds: pulumi.Input<string>[];
  /** An address can be mapped only while the VPC has its internet gateway, and must go before it. */
  internetGateway: ec2.InternetGateway;
}

/**
 * The NAT gateways of a strategy, each with a fixed public address.
 *
 * A gateway costs $0.045 per hour ($32.85 a month) and $0.045 per GB in us-east-1, its address $3.65 a month
 * (https://aws.amazon.com/vpc/pricing/).
 */
export class NatGateways extends pulumi.ComponentResource {
  /** One for each zone, one, or none. */
  readonly gatewayIds: pulumi.Output<string>[];
  /** The public addresses that the outside world sees, for the allow-lists of partners. */
  readonly addresses: pulumi.Output<string>[];

  constructor(name: string, args: NatGatewaysArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:NatGateways", name, {}, opts);
    const options = { parent: this, dependsOn: [args.internetGateway] };

    const gateways = subnetsWithGateway(args).map((subnetId, index) => {
      const tags = { Name: `${name}-${index + 1}` };
      const address = new ec2.Eip(`${name}-${index + 1}`, { domain: "vpc", tags }, options);
      const gateway = new ec2.NatGateway(
        `${name}-${index + 1}`,
        { subnetId, allocationId: address.allocationId, connectivityType: "public", tags },
        options,
      );
      return { gateway, address };
    });

    this.gatewayIds = gateways.map(({ gateway }) => gateway.id);
    this.addresses = gateways.map(({ address }) => address.publicIp);
    this.registerOutputs({ gatewayIds: this.gatewayIds, addresses: this.addresses });
  }
}

function subnetsWithGateway({ strategy, subnetIds }: NatGatewaysArgs): pulumi.Input<string>[] {
  switch (strategy) {
    case "perZone":
      return subnetIds;
    case "single":
      return subnetIds.slice(0, 1);
    case "none":
      return [];
  }
}
