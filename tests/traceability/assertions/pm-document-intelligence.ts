import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import {
  expectCache,
  expectContainer,
  expectHealth,
  expectHttps,
  expectLogs,
  expectPostgres,
  expectRecords,
  expectRegistry,
  expectRollingDeployment,
  expectSecrets,
  expectService,
} from "./shared";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** What the guide of PM Document Intelligence asks for, as its stacks have it. */
export const pmDocumentIntelligence: Traced = {
  application: "PM",
  stacks: { production: "prod", staging: "staging", development: "dev" },
  assertions: {
    "network/plan": (stacks) => {
      const stack = stackOf(stacks, "production");
      expect(stack.inputs("aws:ec2/vpc:Vpc").cidrBlock).toBe("10.0.0.0/16");
      const subnets = stack
        .all("aws:ec2/subnet:Subnet")
        .map(({ name, inputs }) => [name, inputs["cidrBlock"], inputs["availabilityZone"]]);
      expect(subnets).toEqual([
        ["network-private-1", "10.0.10.0/24", "us-east-1a"],
        ["network-private-2", "10.0.11.0/24", "us-east-1b"],
        ["network-public-1", "10.0.0.0/24", "us-east-1a"],
        ["network-public-2", "10.0.1.0/24", "us-east-1b"],
      ]);
    },
    "network/nat": (stacks) => {
      const gateways = (environment: string) => stackOf(stacks, environment).names("aws:ec2/natGateway:NatGateway");
      expect(gateways("production")).toEqual(["network-nat-1", "network-nat-2"]);
      expect(gateways("development")).toHaveLength(1);
    },
    "network/chain": (stacks) => {
      const stack = stackOf(stacks, "production");
      const chain = { "ingress-api-ingress": 8000, "api-database-ingress": 5432, "api-cache-ingress": 6379 };
      for (const [rule, port] of Object.entries(chain)) {
        const { referencedSecurityGroupId, cidrIpv4, fromPort, toPort } = stack.inputs(INGRESS, rule);
        expect(referencedSecurityGroupId).toMatch(/^sg-/);
        expect([cidrIpv4, fromPort, toPort]).toEqual([undefined, port, port]);
      }
      expect(stack.names(INGRESS).sort()).toEqual(
        [...Object.keys(chain), "api-endpoints-ingress", "ingress-https-prefix-list"].sort(),
      );
    },
    "network/records": (stacks) => {
      expectRecords(stackOf(stacks, "production"), "/pm-doc-intel-prod/flow-logs");
      expectRecords(stackOf(stacks, "development"), "/pm-doc-intel-dev/flow-logs");
    },
    "edge/https": (stacks) => Object.values(stacks).forEach(expectHttps),
    "edge/dns": (stacks) => {
      const stack = stackOf(stacks, "production");
      const record = stack.inputs("aws:route53/record:Record", "api.example.com-ipv4");
      expect([record.name, record.type, record.zoneId]).toEqual(["api.example.com", "A", "Z0123456789EXAMPLE"]);
      const certificate = stack.inputs("aws:acm/certificate:Certificate");
      expect([certificate.domainName, certificate.validationMethod]).toEqual(["api.example.com", "DNS"]);
    },
    "compute/services": (stacks) => {
      const cpuOnly = { ECSServiceAverageCPUUtilization: 70 };
      const all = { ...cpuOnly, ECSServiceAverageMemoryUtilization: 80, ALBRequestCountPerTarget: 800 };
      expectService(stackOf(stacks, "production"), {
        service: "api",
        cpu: "4096",
        memory: "8192",
        min: 3,
        max: 10,
        targets: all,
      });
      expectService(stackOf(stacks, "development"), {
        service: "api",
        cpu: "1024",
        memory: "2048",
        min: 1,
        max: 2,
        targets: cpuOnly,
      });
    },
    "compute/health": (stacks) =>
      Object.values(stacks).forEach((stack) => expectHealth(stack, "api", "/health/ready", 90)),
    "compute/images": (stacks) => Object.values(stacks).forEach((stack) => expectRegistry(stack, "api")),
    "compute/exec": (stacks) => {
      expect(stackOf(stacks, "production").inputs("aws:ecs/service:Service").enableExecuteCommand).toBe(false);
      const development = stackOf(stacks, "development");
      expect(development.inputs("aws:ecs/service:Service").enableExecuteCommand).toBe(true);
      const { logging, logConfiguration } =
        development.inputs("aws:ecs/cluster:Cluster").configuration.executeCommandConfiguration;
      expect([logging, logConfiguration.cloudWatchLogGroupName]).toEqual(["OVERRIDE", "/pm-doc-intel-dev/exec"]);
    },
    "compute/containers": (stacks) => {
      expectContainer(stackOf(stacks, "production"), "api", "/pm-doc-intel-prod/api");
      expectContainer(stackOf(stacks, "development"), "api", "/pm-doc-intel-dev/api");
    },
    "data/postgres": (stacks) => {
      expectPostgres(stackOf(stacks, "production"), { class: "db.r6g.xlarge", storage: 100, most: 500, multiAz: true });
      expectPostgres(stackOf(stacks, "development"), { class: "db.t3.small", storage: 20, most: 40, multiAz: false });
    },
    "data/backups": (stacks) => {
      expect(stackOf(stacks, "production").inputs("aws:rds/instance:Instance")).toMatchObject({
        backupRetentionPeriod: 7,
        backupWindow: "03:00-04:00",
        maintenanceWindow: "sun:04:00-sun:05:00",
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: "pm-doc-intel-prod-database-final",
      });
    },
    "data/cache": (stacks) => {
      expectCache(stackOf(stacks, "production"), "cache.r6g.large", true);
      expectCache(stackOf(stacks, "development"), "cache.t3.micro", false);
    },
    "access/secrets": (stacks) => {
      const paths = {
        SECRET_KEY: "pm-doc-intel-prod/secret-key",
        JWT_SECRET_KEY: "pm-doc-intel-prod/jwt-secret-key",
        OPENAI_API_KEY: "pm-doc-intel-prod/openai-api-key",
        PUBNUB_PUBLISH_KEY: "pm-doc-intel-prod/pubnub-publish-key",
        PUBNUB_SUBSCRIBE_KEY: "pm-doc-intel-prod/pubnub-subscribe-key",
      };
      expectSecrets(stackOf(stacks, "production"), "api", paths, ["secret-key", "jwt-secret-key"]);
    },
    "observability/logs": (stacks) => {
      expectLogs(stackOf(stacks, "production"), 30);
      expectLogs(stackOf(stacks, "development"), 7);
    },
    "recovery/objectives": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { multiAz, backupRetentionPeriod } = stack.inputs("aws:rds/instance:Instance");
      // A standby serves within minutes; transaction logs are kept every five minutes while backups are.
      expect([multiAz, backupRetentionPeriod]).toEqual([true, 7]);
      expect(stack.inputs("pulumi:providers:aws").defaultTags).toContain('"recovery-time-objective":"60 minutes"');
      expect(stack.inputs("pulumi:providers:aws").defaultTags).toContain('"recovery-point-objective":"5 minutes"');
    },
    "compute/deployments": (stacks) => Object.values(stacks).forEach((stack) => expectRollingDeployment(stack, "api")),
  },
};
