import { listOf, logRetentionDays, oneOf, settings, text, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";

const cidr = (example: string) =>
  text(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, `an IPv4 block in CIDR form, such as ${example}`);
const zoneName = text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "the name of an availability zone, such as us-east-1a");
const tier = () => listOf(cidr("10.0.10.0/24"), "IPv4 blocks, one per availability zone", 2, 4);

const subnetsSchema = settings({
  public: tier().meta({
    description: "For load balancer and NAT gateways.",
    examples: [["10.0.0.0/24", "10.0.1.0/24"]],
  }),
  private: tier().meta({
    description: "For tasks, and for database and cache where there is no isolated tier.",
    examples: [["10.0.10.0/24", "10.0.11.0/24"]],
  }),
  isolated: tier()
    .optional()
    .meta({
      description: "For database and cache, without any way out.",
      examples: [["10.0.20.0/24", "10.0.21.0/24"]],
    }),
});

export const networkSchema = (defaults: ProfileDefaults) =>
  settings({
    cidr: cidr("10.0.0.0/16")
      .default("10.0.0.0/16")
      .meta({ description: "IPv4 block of the VPC, /16 to /22.", examples: ["10.0.0.0/16"] }),
    availabilityZones: listOf(zoneName, "availability zones", 2, 4).meta({
      description: "Zones of the stack's region, two to four. Their order is part of the plan: add at the end.",
      examples: [["us-east-1a", "us-east-1b"]],
    }),
    subnets: subnetsSchema
      .optional()
      .describe("Blocks of the subnets, one per zone and tier. Default: planned from `cidr`, with an isolated tier."),
    nat: oneOf("perZone", "single", "none")
      .default(defaults.nat)
      .describe(
        "NAT gateways: one per zone, a single one (a failing zone cuts off the others), or none (no way out but the endpoints). One costs about $33 a month and $0.045 per GB in us-east-1.",
      ),
    ipv6: yesOrNo().default(false).describe("Whether subnets also have IPv6 addresses."),
    interfaceEndpoints: yesOrNo()
      .default(defaults.interfaceEndpoints)
      .describe(
        "Whether calls to the AWS services in use stay inside the VPC. Each endpoint costs about $7.30 a month and zone in us-east-1.",
      ),
    flowLogRetentionDays: logRetentionDays()
      .default(defaults.logRetentionDays)
      .describe("Days that the record of the network's connections is kept."),
  }).meta({
    description: "VPC, subnets and ways out.",
    examples: [{ cidr: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] }],
  });
