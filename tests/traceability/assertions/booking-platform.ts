import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import {
  expectBucketAccess,
  expectPasswordInSecretsManager,
  expectRotation,
  expectSecrets,
  expectTaskRole,
  type Statement,
  taskStatementsOf,
} from "./shared/access";
import {
  containerOf,
  expectContainer,
  expectHealth,
  expectMigration,
  expectRegistry,
  expectRollingDeployment,
  expectService,
} from "./shared/compute";
import { expectBucket, expectCache, expectPostgres } from "./shared/data";
import { expectCdn, expectFirewall, expectHttps, expectPrivateFiles } from "./shared/edge";
import { expectAlarms, expectLogs, expectRecords, expectTopic } from "./shared/observability";

const REGION = "ap-south-1";
const INSTANCE = "aws:rds/instance:Instance";

/** What the guide of the booking platform asks for, as its stacks have it. */
export const bookingPlatform: Traced = {
  application: "BK",
  stacks: { production: "booking-prod", staging: "booking-staging", development: "booking-dev" },
  assertions: {
    "network/records": (stacks) => {
      expectRecords(stackOf(stacks, "production"), "/booking-prod/flow-logs", REGION);
      expectRecords(stackOf(stacks, "staging"), "/booking-staging/flow-logs", REGION);
      expectRecords(stackOf(stacks, "development"), "/booking-dev/flow-logs", REGION);
    },
    "edge/https": (stacks) => Object.values(stacks).forEach(expectHttps),
    "edge/cdn": (stacks) => expectCdn(stackOf(stacks, "production"), { "/static/*": 30, "/uploads/*": 1 }),
    "edge/private-files": (stacks) =>
      expectPrivateFiles(stackOf(stacks, "production"), {
        "/static/*": "booking-prod-static-123456789012",
        "/uploads/*": "booking-prod-uploads-123456789012",
      }),
    "edge/firewall": (stacks) =>
      expectFirewall(stackOf(stacks, "production"), [
        ["/login", 100],
        ["/book", 200],
        [undefined, 2000],
      ]),
    "compute/services": (stacks) => {
      // With two target groups the requests of both count.
      const held = { ECSServiceAverageCPUUtilization: 70, "Requests per task": 600 };
      const size = { service: "web", cpu: "1024", memory: "2048", targets: held };
      expectService(stackOf(stacks, "production"), { ...size, min: 2, max: 8 });
      expectService(stackOf(stacks, "staging"), { ...size, min: 1, max: 2 });
      expectService(stackOf(stacks, "development"), {
        service: "web",
        cpu: "512",
        memory: "1024",
        min: 1,
        max: 2,
        targets: { ECSServiceAverageCPUUtilization: 70 },
      });
    },
    "compute/deployments": (stacks) => {
      const minutes = { production: ["booking-prod", "10"], staging: ["booking-staging", "2"] };
      for (const [environment, [stack, wait]] of Object.entries(minutes)) {
        const deployed = stackOf(stacks, environment).inputs("aws:ecs/service:Service", "web");
        expect(deployed.deploymentConfiguration).toMatchObject({
          strategy: "CANARY",
          bakeTimeInMinutes: wait,
          canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: wait },
        });
        expect(deployed.alarms).toMatchObject({ enable: true, rollback: true });
        const alarms = ["server-errors", "latency"].flatMap((alarm) => [alarm, `${alarm}-alternate`]);
        expect(deployed.alarms.alarmNames.sort()).toEqual(
          alarms.map((alarm) => `${stack}-web-rollback-${alarm}`).sort(),
        );
      }
      expectRollingDeployment(stackOf(stacks, "development"), "web");
    },
    "compute/health": (stacks) => Object.values(stacks).forEach((stack) => expectHealth(stack, "web", "/healthz", 60)),
    "compute/images": (stacks) => Object.values(stacks).forEach((stack) => expectRegistry(stack, "web")),
    "compute/migrations": (stacks) =>
      Object.values(stacks).forEach((stack) => expectMigration(stack, "web", ["flask", "db", "upgrade"])),
    "compute/containers": (stacks) => {
      expectContainer(stackOf(stacks, "production"), "web", "/booking-prod/web");
      expectContainer(stackOf(stacks, "staging"), "web", "/booking-staging/web");
      expectContainer(stackOf(stacks, "development"), "web", "/booking-dev/web");
    },
    "data/postgres": (stacks) => {
      const figures = { storage: 20, most: 40 };
      expectPostgres(stackOf(stacks, "production"), {
        class: "db.t4g.medium",
        storage: 50,
        most: 100,
        multiAz: true,
      });
      expectPostgres(stackOf(stacks, "staging"), { ...figures, class: "db.t4g.small", multiAz: true });
      expectPostgres(stackOf(stacks, "development"), { ...figures, class: "db.t4g.micro", multiAz: false });
    },
    "data/backups": (stacks) => {
      expect(stackOf(stacks, "production").inputs(INSTANCE, "database")).toMatchObject({
        backupRetentionPeriod: 7,
        backupWindow: "03:00-04:00",
        maintenanceWindow: "sun:04:00-sun:05:00",
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: "booking-prod-database-final",
      });
    },
    "data/insight": (stacks) => {
      expect(stackOf(stacks, "production").inputs(INSTANCE, "database")).toMatchObject({
        performanceInsightsEnabled: true,
        performanceInsightsRetentionPeriod: 7,
        monitoringInterval: 60,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      });
    },
    "data/password": (stacks) =>
      Object.values(stacks).forEach((stack) => expectPasswordInSecretsManager(stack, "web", REGION)),
    "data/replica": (stacks) => {
      const stack = stackOf(stacks, "production");
      const [replica, ...others] = stack.all(INSTANCE).filter(({ name }) => name !== "database");
      expect(others).toEqual([]);
      expect(replica?.inputs).toMatchObject({
        replicateSourceDb: "booking-prod-database",
        instanceClass: "db.t4g.medium",
        publiclyAccessible: false,
      });
    },
    "data/cache": (stacks) => {
      expectCache(stackOf(stacks, "production"), "cache.t4g.small", true);
      expectCache(stackOf(stacks, "staging"), "cache.t4g.micro", true);
    },
    "data/dump": (stacks) => {
      const stack = stackOf(stacks, "production");
      const started = stack.inputs("aws:scheduler/schedule:Schedule", "database-dump");
      expect([started.scheduleExpression, started.scheduleExpressionTimezone]).toEqual(["cron(0 5 ? * SUN *)", "UTC"]);
      const { image, command, environment } = containerOf(stack, "database-dump");
      expect(image).toBe("123456789012.dkr.ecr.ap-south-1.amazonaws.com/pg-dump:v17.1");
      expect(command.at(-1)).toMatch(/pg_dump --host=.+\| aws s3 cp - "\$target"/s);
      expect(environment).toEqual(
        expect.arrayContaining([
          { name: "DATABASE_HOST", value: expect.stringMatching(/^booking-prod-database\..+\.rds\.amazonaws\.com$/) },
          { name: "DUMP_BUCKET", value: "booking-prod-backups-123456789012" },
          { name: "DUMP_PREFIX", value: "database/" },
        ]),
      );
      // It writes into its folder, and can neither read nor delete there.
      const ofBucket = taskStatementsOf(stack, "database-dump").filter(({ Action }) =>
        String(Action).startsWith("s3:"),
      );
      expect(ofBucket).toMatchObject([
        { Action: "s3:PutObject", Resource: "arn:aws:s3:::booking-prod-backups-123456789012/database/*" },
      ]);
    },
    "data/buckets": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectBucket(stack, {
        name: "uploads",
        bucket: "booking-prod-uploads-123456789012",
        moves: { 30: "STANDARD_IA" },
      });
      expectBucket(stack, { name: "static", bucket: "booking-prod-static-123456789012", moves: {} });
      expectBucket(stack, {
        name: "backups",
        bucket: "booking-prod-backups-123456789012",
        moves: { 30: "GLACIER" },
        expires: 365,
      });
    },
    "access/secrets": (stacks) => {
      for (const [environment, stack] of Object.entries({ production: "prod", staging: "staging" })) {
        const paths = { SECRET_KEY: `booking-${stack}/secret-key` };
        expectSecrets(stackOf(stacks, environment), "web", paths, ["secret-key"], REGION);
      }
    },
    "access/rotation": (stacks) =>
      expectRotation(stackOf(stacks, "production"), { "booking-prod/secret-key": 90 }, REGION),
    "access/task-role": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectBucketAccess(stack, "web", ["booking-prod-uploads-123456789012"]);
      expectTaskRole(stack, "web", [
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:PutObject",
      ]);
      const { policy } = stack.inputs("aws:iam/rolePolicy:RolePolicy", "web-execution-policy");
      const read: Statement[] = JSON.parse(policy).Statement.filter(
        ({ Action }: Statement) => Action === "secretsmanager:GetSecretValue",
      );
      const secrets = `^arn:aws:secretsmanager:${REGION}:123456789012:secret:`;
      expect(read.flatMap(({ Resource }) => Resource)).toEqual([
        expect.stringMatching(new RegExp(`${secrets}booking-prod/secret-key-`)),
        expect.stringMatching(new RegExp(`${secrets}rds!db-`)),
        expect.stringMatching(new RegExp(`${secrets}booking-prod/cache-auth-token-`)),
      ]);
      const { environment } = containerOf(stack, "web");
      expect(environment).toContainEqual({ name: "UPLOADS_BUCKET", value: "booking-prod-uploads-123456789012" });
    },
    "observability/logs": (stacks) => {
      expectLogs(stackOf(stacks, "production"), 30);
      expectLogs(stackOf(stacks, "development"), 7);
    },
    "observability/alarms": (stacks) =>
      expectAlarms(stackOf(stacks, "production"), {
        "ingress-alarms-server-errors": ["HTTPCode_Target_5XX_Count", ">", 50, 300, 2],
        "ingress-alarms-latency": ["TargetResponseTime", ">", 1, 60, 5],
        "web-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "web-alarms-memory": ["MemoryUtilization", ">", 80, 300, 2],
        "web-log-alarms-log-errors": ["ErrorLines", ">", 10, 300, 2],
        // 20 percent of 50 GiB.
        "database-alarms-storage": ["FreeStorageSpace", "<", 10_737_418_240, 300, 2],
      }),
    "observability/notifications": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectTopic(stack, { region: REGION, email: "booking-on-call@example.com" });
      expect(stack.inputs("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration")).toMatchObject({
        slackTeamId: "T0123456789",
        slackChannelId: "C0123456789",
        snsTopicArns: expect.arrayContaining([
          expect.stringMatching(new RegExp(`^arn:aws:sns:${REGION}:123456789012:alarms-`)),
        ]),
      });
    },
    "observability/canary": (stacks) => {
      const { schedule, startCanary, runConfig } = stackOf(stacks, "production").inputs("aws:synthetics/canary:Canary");
      expect([schedule.expression, startCanary]).toEqual(["rate(1 hour)", true]);
      expect(runConfig.environmentVariables).toMatchObject({
        BASE_URL: "https://booking.example.com",
        PAGES: '[{"path":"/healthz"},{"path":"/"}]',
      });
    },
  },
};
