import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { mapPresent } from "../targeted-update";
import { ipv6SubnetBlock } from "./ipv6-block";
import type { Tier } from "./tier";

export interface SubnetTierArgs {
  tier: Tier;
  vpcId: pulumi.Input<string>;
  availabilityZones: string[];
  /** IPv4 blocks, one for each zone. */
  cidrs: string[];
  /** The VPC's /56, when subnets shall have a /64 of it as well. */
  ipv6Block?: pulumi.Output<string>;
  /** One route table for the tier, or one for each zone where zones leave by gateways of their own. */
  routeTables: "shared" | "perZone";
}

/** The first /64 of each tier: room for 16 subnets a tier, so that tiers and zones can grow without moving any. */
const FIRST_IPV6_SUBNET: { [tier in Tier]: number } = { public: 0, private: 16, isolated: 32 };

/**
 * The subnets of one tier, a zone each, and their route tables, which have no route but the VPC's own: what leaves
 * the VPC is routed by the network. Nothing gets a public address by being launched here. Costs nothing.
 */
export class SubnetTier extends pulumi.ComponentResource {
  /** In the order of the zones. */
  readonly subnetIds: pulumi.Output<string>[];
  /** One, or one for each zone in their order. */
  readonly routeTableIds: pulumi.Output<string>[];

  constructor(name: string, args: SubnetTierArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:SubnetTier", name, {}, opts);
    const { vpcId, tier, availabilityZones, routeTables } = args;
    const parent = { parent: this };

    const subnets = availabilityZones.map((zone, index) => createSubnet(name, args, zone, index, parent));
    const tables =
      routeTables === "shared"
        ? [new ec2.RouteTable(name, { vpcId, tags: { Name: name, tier } }, parent)]
        : availabilityZones.map((zone, index) => {
            const tags = { Name: `${name}-${zone}`, tier };
            return new ec2.RouteTable(`${name}-${index + 1}`, { vpcId, tags }, parent);
          });
    subnets.forEach((subnet, index) => {
      const table = tables[routeTables === "shared" ? 0 : index] as ec2.RouteTable;
      const association = { subnetId: subnet.id, routeTableId: table.id };
      new ec2.RouteTableAssociation(`${name}-${index + 1}`, association, parent);
    });

    this.subnetIds = subnets.map((subnet) => subnet.id);
    this.routeTableIds = tables.map((table) => table.id);
    this.registerOutputs({ subnetIds: this.subnetIds, routeTableIds: this.routeTableIds });
  }
}

/**
 * Tasks and load balancers of a dual-stack subnet get IPv6 addresses without `assignIpv6AddressOnCreation`, which
 * would keep the block from ever being taken away (https://github.com/hashicorp/terraform-provider-aws/issues/46017).
 */
function createSubnet(
  name: string,
  args: SubnetTierArgs,
  zone: string,
  index: number,
  opts: pulumi.CustomResourceOptions,
): ec2.Subnet {
  const { tier, vpcId, cidrs, ipv6Block } = args;
  return new ec2.Subnet(
    `${name}-${index + 1}`,
    {
      vpcId,
      availabilityZone: zone,
      cidrBlock: cidrs[index],
      ipv6CidrBlock:
        ipv6Block && mapPresent(ipv6Block, (block) => ipv6SubnetBlock(block, FIRST_IPV6_SUBNET[tier] + index)),
      mapPublicIpOnLaunch: false,
      tags: { Name: `${name}-${zone}`, tier },
    },
    opts,
  );
}
