import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { routeToEgressOnlyGateway, routeToInternet, routeToNat } from "./default-routes";
import { s3EndpointPolicy } from "./endpoint-policy";
import { InterfaceEndpoints } from "./interface-endpoints";
import { NatGateways, type NatStrategy } from "./nat-gateways";
import { networkProblems } from "./network-problems";
import { planSubnets } from "./subnet-plan";
import { SubnetTier } from "./subnet-tier";
import type { SubnetCidrs } from "./tier";
import { VpcFlowLogs } from "./vpc-flow-logs";

export interface NetworkArgs {
  /** The region of the provider, `us-east-1`. */
  region: string;
  /** Account id, twelve digits. */
  account: string;
  /** The VPC's private IPv4 block, /16 to /28; a /22 or larger where the subnets are planned. A change replaces all. */
  cidr: string;
  /** Two to four zones of the region. Their order is the subnets' identity: add new ones at the end. */
  availabilityZones: string[];
  /** One block for each zone and tier; by default all three tiers are planned with room for four zones. */
  subnets?: SubnetCidrs;
  nat: NatStrategy;
  /** Gives the VPC a public /56 of Amazon's, each subnet a /64 of it, and private subnets a way out over IPv6. */
  ipv6: boolean;
  flowLogs: {
    /** Days that records are kept. */
    retentionDays: number;
    /** ARN of the key that encrypts the records; its policy must admit `logs.<region>.amazonaws.com`. */
    kmsKeyArn: pulumi.Input<string>;
    /** Full name of the log group. */
    logGroupName: string;
  };
  /** Short names of the AWS services to be reached inside the VPC, `ecr.api`, `logs`; S3 always is. */
  interfaceEndpoints: string[];
}

/**
 * A VPC over two to four zones: public subnets for load balancers and NAT gateways, private ones for tasks, and
 * isolated ones, which no route leaves, for data.
 *
 * Creates the VPC and its subnets, route tables and gateways, the NAT gateways of the chosen strategy, flow logs, a
 * gateway endpoint for S3 limited to the account's buckets, and the interface endpoints. It empties the VPC's default
 * security group, so that what forgets to name a group reaches nothing.
 *
 * What costs: NAT gateways ($36.50 a month each with their address), interface endpoints ($7.30 a month each and
 * zone), flow logs ($0.50 per GB); all else is free (us-east-1, https://aws.amazon.com/vpc/pricing/).
 *
 * Throws before anything is created when a plain argument is wrong, naming every one that is. What needs the internet
 * from the first second, or a public address, should depend on the whole network: `dependsOn: [network]`.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly vpcCidr: pulumi.Output<string>;
  /** For load balancers that face the internet; a zone each. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** For tasks; a zone each. */
  readonly privateSubnetIds: pulumi.Output<string>[];
  /**
   * The private subnets again, known once what starts in them reaches AWS: a task that cannot fetch its image fails its
   * deployment.
   */
  readonly taskSubnetIds: pulumi.Output<string>[];
  /** For databases and caches: the isolated subnets where there are any, else the private ones. */
  readonly dataSubnetIds: pulumi.Output<string>[];
  /** The group of the interface endpoints, which listen on port 443; undefined when there are none. */
  readonly endpointSecurityGroupId: pulumi.Output<string> | undefined;
  /** What egress rules name to let traffic out to S3 in this region. */
  readonly s3PrefixListId: pulumi.Output<string>;
  /** One for each zone, one, or none. */
  readonly natGatewayIds: pulumi.Output<string>[];
  /** The public addresses that traffic from private subnets comes from. */
  readonly natAddresses: pulumi.Output<string>[];

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Network", name, {}, opts);
    const problems = networkProblems(args);
    if (problems.length > 0) throw new Error(`network ${name}: ${problems.join("; ")}`);
    const { region, account, availabilityZones, ipv6 } = args;
    const cidrs: SubnetCidrs = args.subnets ?? planSubnets(args.cidr, availabilityZones);
    const parent = { parent: this };

    const vpc = createVpc(name, args, parent);
    emptyDefaultSecurityGroup(name, vpc.id, parent);
    new VpcFlowLogs(`${name}-flow-logs`, { vpcId: vpc.id, region, account, ...args.flowLogs }, parent);

    const everyTier = { vpcId: vpc.id, availabilityZones, ipv6Block: ipv6 ? vpc.ipv6CidrBlock : undefined };
    const publicTier = new SubnetTier(
      `${name}-public`,
      { ...everyTier, tier: "public", cidrs: cidrs.public, routeTables: "shared" },
      parent,
    );
    const privateTier = new SubnetTier(
      `${name}-private`,
      { ...everyTier, tier: "private", cidrs: cidrs.private, routeTables: "perZone" },
      parent,
    );
    const isolatedTier =
      cidrs.isolated &&
      new SubnetTier(
        `${name}-isolated`,
        { ...everyTier, tier: "isolated", cidrs: cidrs.isolated, routeTables: "shared" },
        parent,
      );

    const internetGateway = new ec2.InternetGateway(name, { vpcId: vpc.id, tags: { Name: name } }, parent);
    routeToInternet(`${name}-public`, publicTier.routeTableIds, internetGateway.id, ipv6, parent);
    const nat = new NatGateways(
      `${name}-nat`,
      { strategy: args.nat, subnetIds: publicTier.subnetIds, internetGateway },
      parent,
    );
    const outward = routeToNat(`${name}-private`, privateTier.routeTableIds, nat.gatewayIds, parent);
    if (ipv6) routeToEgressOnlyGateway(`${name}-private`, privateTier.routeTableIds, vpc.id, parent);

    const inwardTables = [...privateTier.routeTableIds, ...(isolatedTier?.routeTableIds ?? [])];
    const s3 = createS3Endpoint(name, vpc.id, inwardTables, args, parent);
    const endpoints = createInterfaceEndpoints(name, vpc.id, privateTier.subnetIds, args, parent);

    this.vpcId = vpc.id;
    this.vpcCidr = vpc.cidrBlock;
    this.publicSubnetIds = publicTier.subnetIds;
    this.privateSubnetIds = privateTier.subnetIds;
    this.taskSubnetIds = after([...outward, s3, ...(endpoints?.endpoints ?? [])], privateTier.subnetIds);
    this.dataSubnetIds = (isolatedTier ?? privateTier).subnetIds;
    this.endpointSecurityGroupId = endpoints?.securityGroupId;
    this.s3PrefixListId = s3.prefixListId;
    this.natGatewayIds = nat.gatewayIds;
    this.natAddresses = nat.addresses;
    this.registerOutputs({ vpcId: this.vpcId, natAddresses: this.natAddresses });
  }
}

/** The same ids, known only once these resources are there. */
function after(resources: pulumi.CustomResource[], ids: pulumi.Output<string>[]): pulumi.Output<string>[] {
  const ready = pulumi.all(resources.map((resource) => resource.id));
  return ids.map((id) => pulumi.all([id, ready]).apply(([first]) => first));
}

function createVpc(name: string, args: NetworkArgs, opts: pulumi.CustomResourceOptions): ec2.Vpc {
  return new ec2.Vpc(
    name,
    {
      cidrBlock: args.cidr,
      // Interface endpoints answer under the services' own names only with both.
      enableDnsSupport: true,
      enableDnsHostnames: true,
      assignGeneratedIpv6CidrBlock: args.ipv6,
      tags: { Name: name },
    },
    opts,
  );
}

/** Explicitly empty lists, so that a rule which somebody adds by hand is taken out again. */
function emptyDefaultSecurityGroup(name: string, vpcId: pulumi.Output<string>, opts: pulumi.CustomResourceOptions) {
  new ec2.DefaultSecurityGroup(
    `${name}-default`,
    { vpcId, ingress: [], egress: [], tags: { Name: `${name}-default-unused` } },
    opts,
  );
}

function createS3Endpoint(
  name: string,
  vpcId: pulumi.Output<string>,
  routeTableIds: pulumi.Output<string>[],
  { region, account }: NetworkArgs,
  opts: pulumi.CustomResourceOptions,
): ec2.VpcEndpoint {
  return new ec2.VpcEndpoint(
    `${name}-s3`,
    {
      vpcId,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${region}.s3`,
      routeTableIds,
      policy: s3EndpointPolicy(region, account),
      tags: { Name: `${name}-s3` },
    },
    opts,
  );
}

function createInterfaceEndpoints(
  name: string,
  vpcId: pulumi.Output<string>,
  subnetIds: pulumi.Output<string>[],
  { region, account, interfaceEndpoints: services }: NetworkArgs,
  opts: pulumi.ComponentResourceOptions,
): InterfaceEndpoints | undefined {
  if (services.length === 0) return undefined;
  return new InterfaceEndpoints(`${name}-endpoints`, { vpcId, subnetIds, region, account, services }, opts);
}
