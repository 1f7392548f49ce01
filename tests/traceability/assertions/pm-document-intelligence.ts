import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import { expectChain, expectSecrets } from "./shared/access";
import {
  containerOf,
  expectContainer,
  expectHealth,
  expectRegistry,
  expectRollingDeployment,
  expectService,
} from "./shared/compute";
import { expectBackup, expectCache, expectPostgres } from "./shared/data";
import { expectHttps } from "./shared/edge";
import { expectDashboard, expectLogs, expectRecords, expectTopic } from "./shared/observability";

/** What the guide of PM Document Intelligence asks for, as its stacks have it. */
export const pmDocumentIntelligence: Traced = {
  application: "PM",
  stacks: { production: "prod", staging: "staging", development: "dev", recovery: "prod-recovery" },
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
    "network/chain": (stacks) =>
      expectChain(
        stackOf(stacks, "production"),
        {
          "ingress-api-ingress": 8000,
          "api-database-ingress": 5432,
          "api-cache-ingress": 6379,
          "api-migrations-database-ingress": 5432,
        },
        ["api-endpoints-ingress", "api-migrations-endpoints-ingress", "ingress-https-prefix-list"],
      ),
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
    "compute/images": (stacks) => {
      for (const environment of ["production", "staging", "development"]) {
        expectRegistry(stackOf(stacks, environment), "api");
      }
      // The second region runs the copies that the registry of the first keeps there.
      expect(containerOf(stackOf(stacks, "recovery"), "api").image).toMatch(
        /^123456789012\.dkr\.ecr\.us-west-2\.amazonaws\.com\/api-repository-\w{7}@sha256:[0-9a-f]{64}$/,
      );
      const { rules } = stackOf(stacks, "production").inputs(
        "aws:ecr/replicationConfiguration:ReplicationConfiguration",
      ).replicationConfiguration;
      expect(rules).toMatchObject([{ destinations: [{ region: "us-west-2" }] }]);
    },
    "compute/spot": (stacks) => {
      const placed = (environment: string) =>
        stackOf(stacks, environment).inputs("aws:ecs/service:Service", "api").capacityProviderStrategies;
      expect(placed("development")).toEqual([{ capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 }]);
      expect(placed("production")).toEqual([{ capacityProvider: "FARGATE", base: 0, weight: 1 }]);
    },
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
    "observability/dashboards": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectDashboard(stack, "application-dashboard", [
        ["AWS/ApplicationELB", "RequestCount"],
        ["pm-doc-intel-prod-api/logs", "ErrorLines"],
      ]);
      expectDashboard(stack, "infrastructure-dashboard", [
        ["AWS/ECS", "CPUUtilization"],
        ["AWS/ECS", "MemoryUtilization"],
        ["AWS/RDS", "CPUUtilization"],
        ["AWS/RDS", "DatabaseConnections"],
      ]);
    },
    "observability/notifications": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectTopic(stack, { region: "us-east-1", email: "on-call@example.com" });
      const topic = expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:alarms-/);
      expect(stack.inputs("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration")).toMatchObject({
        slackTeamId: "T0123456789",
        slackChannelId: "C0123456789",
        snsTopicArns: [topic],
      });
      expect(stack.inputs("aws:sns/topicSubscription:TopicSubscription", "pager-duty-alarms")).toMatchObject({
        topic,
        protocol: "lambda",
        endpoint: "arn:aws:lambda:us-east-1:123456789012:function:pm-doc-intel-prod-pager-duty",
      });
      const { environment } = stack.inputs("aws:lambda/function:Function", "pager-duty");
      expect(environment.variables.EVENTS_URL).toBe("https://events.pagerduty.com/v2/enqueue");
    },
    "observability/budget": (stacks) => {
      const budgets = { production: ["prod", "938"], development: ["dev", "300"] };
      for (const [environment, [stack, most]] of Object.entries(budgets)) {
        const { limitAmount, limitUnit, timeUnit, filterExpression, notifications } = stackOf(
          stacks,
          environment,
        ).inputs("aws:budgets/budget:Budget");
        expect([limitAmount, limitUnit, timeUnit]).toEqual([most, "USD", "MONTHLY"]);
        expect(filterExpression.ands).toMatchObject([
          { tags: { key: "application", values: ["pm-doc-intel"] } },
          { tags: { key: "stack", values: [stack] } },
        ]);
        const topic = expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:alarms-/);
        expect(notifications).toMatchObject([
          { notificationType: "ACTUAL", threshold: 80, subscriberSnsTopicArns: [topic] },
          { notificationType: "ACTUAL", threshold: 100, subscriberSnsTopicArns: [topic] },
          { notificationType: "FORECASTED", threshold: 100, subscriberSnsTopicArns: [topic] },
        ]);
      }
    },
    "recovery/backup": (stacks) =>
      expectBackup(stackOf(stacks, "production"), {
        vault: "pm-doc-intel-prod",
        copyTo: "us-west-2",
        plans: { "backup-plan-databases": "arn:aws:rds:us-east-1:123456789012:db:pm-doc-intel-prod-database$" },
      }),
    "recovery/second-region": (stacks) => {
      const [home, recovery] = [stackOf(stacks, "production"), stackOf(stacks, "recovery")];
      expect(recovery.inputs("pulumi:providers:aws").region).toBe("us-west-2");
      for (const stack of [home, recovery]) {
        const { cpu, memory } = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", "api");
        expect([cpu, memory]).toEqual(["4096", "8192"]);
        expect(stack.inputs("aws:route53/record:Record", "api.example.com-ipv4").name).toBe("api.example.com");
      }
      expectPostgres(recovery, { class: "db.r6g.xlarge", storage: 100, most: 500, multiAz: true });
      expectCache(recovery, "cache.r6g.large", true);
      // What it is made of lies in the second region: backups of the database, copies of buckets and secrets.
      expect(recovery.inputs("aws:rds/instance:Instance").restoreToPointInTime).toEqual({
        sourceDbInstanceAutomatedBackupsArn: expect.stringMatching(
          /^arn:aws:rds:us-west-2:123456789012:auto-backup:ab-/,
        ),
        useLatestRestorableTime: true,
      });
      expect(containerOf(recovery, "api").environment).toContainEqual({
        name: "DOCUMENTS_BUCKET",
        value: home.inputs("aws:s3/bucket:Bucket", "documents-replica").bucket,
      });
      const copied = home.inputs("aws:secretsmanager/secret:Secret", "secret-key").replicas;
      expect(copied).toMatchObject([{ region: "us-west-2" }]);
      const { valueFrom } = containerOf(recovery, "api").secrets.find(
        ({ name }: { name: string }) => name === "SECRET_KEY",
      );
      expect(valueFrom).toMatch(
        /^arn:aws:secretsmanager:us-west-2:123456789012:secret:pm-doc-intel-prod\/secret-key-\w{6}$/,
      );
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
