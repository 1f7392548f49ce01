import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { type Declared, declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { Network, type NetworkArgs } from ".";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ROUTE = "aws:ec2/route:Route";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

const args: NetworkArgs = {
  region: TEST_REGION,
  account: TEST_ACCOUNT,
  cidr: "10.0.0.0/16",
  availabilityZones: ["us-east-1a", "us-east-1b"],
  nat: "perZone",
  ipv6: false,
  flowLogs: {
    retentionDays: 30,
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
    logGroupName: "/platform/prod/flow-logs",
  },
  interfaceEndpoints: [],
};

const declareNetwork = (changes: Partial<NetworkArgs> = {}, view?: "preview") =>
  declare(() => {
    new Network("network", { ...args, ...changes });
  }, view);

const idOf = (declared: Declared, type: string, name: string): string => declared.one(type, name).outputs.id;

/** Where each route leads: by route table and destination, the kind and name of the gateway. */
function routes(declared: Declared): { [route: string]: string | undefined } {
  const byId = new Map(
    declared.recording.resources.map((resource) => [
      resource.state["id"],
      `${resource.type.split(":")[2]} ${resource.name}`,
    ]),
  );
  return Object.fromEntries(
    declared.all(ROUTE).map(({ inputs }) => {
      const table = String(byId.get(inputs.routeTableId)).replace("RouteTable ", "");
      const target = inputs.gatewayId ?? inputs.natGatewayId ?? inputs.egressOnlyGatewayId;
      return [`${table} ${inputs.destinationCidrBlock ?? inputs.destinationIpv6CidrBlock}`, byId.get(target)];
    }),
  );
}

describe("Network", () => {
  it("creates a VPC with DNS names", async () => {
    const vpc = (await declareNetwork()).one(VPC);

    expect(vpc.name).toBe("network");
    expect(vpc.parentName).toBe("network");
    expect(vpc.inputs).toEqual({
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
      assignGeneratedIpv6CidrBlock: false,
      tags: { Name: "network" },
    });
  });

  it("spreads the three planned tiers over the zones, none with public addresses on launch", async () => {
    const declared = await declareNetwork();
    const vpcId = idOf(declared, VPC, "network");

    expect(declared.all(SUBNET).map(({ name, parentName, inputs }) => [name, parentName, inputs])).toEqual(
      [
        ["public", 1, "us-east-1a", "10.0.128.0/21"],
        ["public", 2, "us-east-1b", "10.0.136.0/21"],
        ["private", 1, "us-east-1a", "10.0.0.0/19"],
        ["private", 2, "us-east-1b", "10.0.32.0/19"],
        ["isolated", 1, "us-east-1a", "10.0.160.0/21"],
        ["isolated", 2, "us-east-1b", "10.0.168.0/21"],
      ].map(([tier, number, availabilityZone, cidrBlock]) => [
        `network-${tier}-${number}`,
        `network-${tier}`,
        {
          vpcId,
          availabilityZone,
          cidrBlock,
          mapPublicIpOnLaunch: false,
          tags: { Name: `network-${tier}-${availabilityZone}`, tier },
        },
      ]),
    );
  });

  it("takes the given blocks, and then has an isolated tier only when they name one", async () => {
    const subnets = { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.10.0/24", "10.0.11.0/24"] };
    const declared = await declareNetwork({ subnets });

    expect(declared.all(SUBNET).map(({ name, inputs }) => [name, inputs.cidrBlock])).toEqual([
      ["network-public-1", "10.0.0.0/24"],
      ["network-public-2", "10.0.1.0/24"],
      ["network-private-1", "10.0.10.0/24"],
      ["network-private-2", "10.0.11.0/24"],
    ]);
  });

  it("gives every subnet the route table of its tier, and private ones one of their own", async () => {
    const declared = await declareNetwork();
    const expected = [
      ["network-public-1", "network-public"],
      ["network-public-2", "network-public"],
      ["network-private-1", "network-private-1"],
      ["network-private-2", "network-private-2"],
      ["network-isolated-1", "network-isolated"],
      ["network-isolated-2", "network-isolated"],
    ].map(([subnet = "", table = ""]) => [
      subnet,
      { subnetId: idOf(declared, SUBNET, subnet), routeTableId: idOf(declared, ROUTE_TABLE, table) },
    ]);

    const associations = declared.all("aws:ec2/routeTableAssociation:RouteTableAssociation");
    expect(associations.map(({ name, inputs }) => [name, inputs])).toEqual(expected);
  });

  it("leads private subnets out by their zone's NAT gateway, public ones by the internet gateway, data nowhere", async () => {
    expect(routes(await declareNetwork({ nat: "perZone" }))).toEqual({
      "network-public 0.0.0.0/0": "InternetGateway network",
      "network-private-1 0.0.0.0/0": "NatGateway network-nat-1",
      "network-private-2 0.0.0.0/0": "NatGateway network-nat-2",
    });
  });

  it("leads all private subnets out by the single NAT gateway", async () => {
    expect(routes(await declareNetwork({ nat: "single" }))).toEqual({
      "network-public 0.0.0.0/0": "InternetGateway network",
      "network-private-1 0.0.0.0/0": "NatGateway network-nat-1",
      "network-private-2 0.0.0.0/0": "NatGateway network-nat-1",
    });
  });

  it("leads no private subnet out without NAT", async () => {
    const declared = await declareNetwork({ nat: "none" });

    expect(routes(declared)).toEqual({ "network-public 0.0.0.0/0": "InternetGateway network" });
    expect(declared.all(NAT_GATEWAY)).toEqual([]);
    expect(declared.all("aws:ec2/eip:Eip")).toEqual([]);
  });

  it("puts each NAT gateway into its zone's public subnet, with an address that the internet gateway outlives", async () => {
    const declared = await declareNetwork();
    const address = declared.one("aws:ec2/eip:Eip", "network-nat-2");
    const gateway = declared.one(NAT_GATEWAY, "network-nat-2");
    const internetGateway = declared.one("aws:ec2/internetGateway:InternetGateway", "network");

    expect(address.inputs).toEqual({ domain: "vpc", tags: { Name: "network-nat-2" } });
    expect(address.dependencies).toContain(internetGateway.urn);
    expect(gateway.inputs).toEqual({
      subnetId: idOf(declared, SUBNET, "network-public-2"),
      allocationId: address.outputs.allocationId,
      connectivityType: "public",
      tags: { Name: "network-nat-2" },
    });
    expect(gateway.dependencies).toContain(internetGateway.urn);
  });

  it("empties the VPC's default security group", async () => {
    const declared = await declareNetwork();

    expect(declared.one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default").inputs).toEqual({
      vpcId: idOf(declared, VPC, "network"),
      ingress: [],
      egress: [],
      tags: { Name: "network-default-unused" },
    });
  });

  it("logs all traffic to a group to which only this account's flow logs may write", async () => {
    const declared = await declareNetwork();
    const group = declared.one("aws:cloudwatch/logGroup:LogGroup");
    const role = declared.one("aws:iam/role:Role");
    const policy = declared.one("aws:iam/rolePolicy:RolePolicy");
    const flowLog = declared.one("aws:ec2/flowLog:FlowLog");

    expect(group.inputs).toEqual({
      name: "/platform/prod/flow-logs",
      retentionInDays: 30,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
    });
    expect(JSON.parse(role.inputs.assumeRolePolicy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    expect(policy.inputs.role).toBe(role.outputs.name);
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
        Resource: [group.outputs.arn, `${group.outputs.arn}:*`],
      },
    ]);
    expect(flowLog.inputs).toEqual({
      vpcId: idOf(declared, VPC, "network"),
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.outputs.arn,
      iamRoleArn: role.outputs.arn,
      tags: { Name: "network-flow-logs" },
    });
    expect(flowLog.dependencies).toContain(policy.urn);
  });

  it("reaches S3 from private and isolated subnets by a gateway for the account's buckets and image layers", async () => {
    const declared = await declareNetwork();
    const { policy, ...inputs } = declared.one(ENDPOINT).inputs;

    expect(inputs).toEqual({
      vpcId: idOf(declared, VPC, "network"),
      vpcEndpointType: "Gateway",
      serviceName: "com.amazonaws.us-east-1.s3",
      routeTableIds: ["network-private-1", "network-private-2", "network-isolated"].map((table) =>
        idOf(declared, ROUTE_TABLE, table),
      ),
      tags: { Name: "network-s3" },
    });
    expect(JSON.parse(policy).Statement).toEqual([
      {
        Sid: "OwnBuckets",
        Effect: "Allow",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } },
      },
      {
        Sid: "ImageLayers",
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
      },
    ]);
  });

  it("answers for the named services in the private subnets, behind a group that admits nobody yet", async () => {
    const declared = await declareNetwork({ interfaceEndpoints: ["ecr.api", "logs"] });
    const group = declared.one("aws:ec2/securityGroup:SecurityGroup", "network-endpoints");
    const { policy, ...inputs } = declared.one(ENDPOINT, "network-endpoints-ecr-api").inputs;

    expect(inputs).toEqual({
      vpcId: idOf(declared, VPC, "network"),
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.us-east-1.ecr.api",
      privateDnsEnabled: true,
      subnetIds: ["network-private-1", "network-private-2"].map((subnet) => idOf(declared, SUBNET, subnet)),
      securityGroupIds: [group.outputs.id],
      tags: { Name: "network-endpoints-ecr-api" },
    });
    expect(JSON.parse(policy).Statement).toEqual([
      {
        Sid: "OwnIdentities",
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
      },
    ]);
    expect(declared.one(ENDPOINT, "network-endpoints-logs").inputs.serviceName).toBe("com.amazonaws.us-east-1.logs");
    expect(declared.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
    expect(group.inputs.ingress).toBeUndefined();
  });

  it("has no endpoint group when no service is named", async () => {
    expect((await declareNetwork()).all("aws:ec2/securityGroup:SecurityGroup")).toEqual([]);
  });

  describe("with IPv6", () => {
    it("gives every subnet a /64 of the VPC's block, at a fixed place of its tier", async () => {
      const declared = await declareNetwork({ ipv6: true });
      const vpc = declared.one(VPC);
      const prefix = String(vpc.outputs.ipv6CidrBlock).replace("00::/56", "");

      expect(vpc.inputs.assignGeneratedIpv6CidrBlock).toBe(true);
      expect(prefix).toMatch(/^2600:1f18:[0-9a-f]{4}:[0-9a-f]{2}$/);
      expect(declared.all(SUBNET).map(({ name, inputs }) => [name, inputs.ipv6CidrBlock])).toEqual([
        ["network-public-1", `${prefix}00::/64`],
        ["network-public-2", `${prefix}01::/64`],
        ["network-private-1", `${prefix}10::/64`],
        ["network-private-2", `${prefix}11::/64`],
        ["network-isolated-1", `${prefix}20::/64`],
        ["network-isolated-2", `${prefix}21::/64`],
      ]);
    });

    it("leads public subnets both ways, private ones outward only, data nowhere", async () => {
      expect(routes(await declareNetwork({ ipv6: true, nat: "single" }))).toEqual({
        "network-public 0.0.0.0/0": "InternetGateway network",
        "network-public ::/0": "InternetGateway network",
        "network-private-1 0.0.0.0/0": "NatGateway network-nat-1",
        "network-private-1 ::/0": "EgressOnlyInternetGateway network-private",
        "network-private-2 0.0.0.0/0": "NatGateway network-nat-1",
        "network-private-2 ::/0": "EgressOnlyInternetGateway network-private",
      });
    });
  });

  it("tells the subnets of tasks only once they reach AWS", async () => {
    const declared = await declare(() => {
      const { vpcId, taskSubnetIds } = new Network("network", { ...args, interfaceEndpoints: ["logs"] });
      new ec2.VpcEndpoint("task", { vpcId, serviceName: "com.amazonaws.us-east-1.sqs", subnetIds: taskSubnetIds });
    });
    const { subnetIds = [] } = declared.one("aws:ec2/vpcEndpoint:VpcEndpoint", "task").propertyDependencies;
    expect(subnetIds.map((urn) => urn.split("::").at(-1)).sort()).toEqual([
      "network-endpoints-logs",
      "network-private-1",
      "network-private-1-ipv4",
      "network-private-2",
      "network-private-2-ipv4",
      "network-s3",
    ]);
  });

  it("tells the ids that other components need", async () => {
    let network: Network | undefined;
    const declared = await declare(() => {
      network = new Network("network", { ...args, interfaceEndpoints: ["logs"] });
    });
    const resolve = (outputs: pulumi.Output<string>[] = []) =>
      Promise.all(outputs.map((output) => new Promise((done) => output.apply(done))));
    const subnetIds = (tier: string) => [1, 2].map((number) => idOf(declared, SUBNET, `network-${tier}-${number}`));

    expect(await resolve(network?.publicSubnetIds)).toEqual(subnetIds("public"));
    expect(await resolve(network?.privateSubnetIds)).toEqual(subnetIds("private"));
    expect(await resolve(network?.taskSubnetIds)).toEqual(subnetIds("private"));
    expect(await resolve(network?.dataSubnetIds)).toEqual(subnetIds("isolated"));
    expect(await resolve(network?.natAddresses)).toEqual(
      declared.all("aws:ec2/eip:Eip").map((address) => address.outputs.publicIp),
    );
    const single = [network?.vpcId, network?.vpcCidr, network?.s3PrefixListId, network?.endpointSecurityGroupId];
    expect(await resolve(single.flatMap((output) => output ?? []))).toEqual([
      idOf(declared, VPC, "network"),
      "10.0.0.0/16",
      declared.one(ENDPOINT, "network-s3").outputs.prefixListId,
      idOf(declared, "aws:ec2/securityGroup:SecurityGroup", "network-endpoints"),
    ]);
  });

  it("keeps data in the private subnets when there are no isolated ones", async () => {
    const subnets = { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.10.0/24", "10.0.11.0/24"] };
    let network: Network | undefined;
    await declare(() => {
      network = new Network("network", { ...args, subnets });
    });

    expect(network?.dataSubnetIds).toBe(network?.privateSubnetIds);
    expect(network?.endpointSecurityGroupId).toBeUndefined();
  });

  it("knows every policy document before anything exists", async () => {
    const declared = await declareNetwork({ interfaceEndpoints: ["logs"], ipv6: true }, "preview");
    const documents = [
      ...declared.all(ENDPOINT).map(({ inputs }) => inputs.policy),
      declared.one("aws:iam/role:Role").inputs.assumeRolePolicy,
      declared.one("aws:iam/rolePolicy:RolePolicy").inputs.policy,
    ];

    expect(documents).toHaveLength(4);
    for (const document of documents) expect(() => JSON.parse(document)).not.toThrow();
  });

  it("names everything that is wrong and creates nothing", async () => {
    let failure: unknown;
    const declared = await declare(() => {
      try {
        new Network("network", { ...args, cidr: "10.0.0.0/15", availabilityZones: ["us-east-1a"] });
      } catch (error) {
        failure = error;
      }
    });

    expect(failure).toEqual(
      new Error(
        "network network: availabilityZones has 1 zone: name 2 to 4; cidr 10.0.0.0/15 is too large: AWS takes a /16 at most",
      ),
    );
    expect(declared.all(VPC)).toEqual([]);
  });
});
