import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import { expectBucketAccess, expectChain, expectModels, expectSecrets, expectTaskRole } from "./shared/access";
import { expectContainer, expectHealth, expectRegistry, expectService } from "./shared/compute";
import { expectBackup, expectBucket, expectCache, expectPostgres } from "./shared/data";
import { expectCdn, expectHttps } from "./shared/edge";
import { expectAlarms, expectDashboard, expectLogs, expectRecords } from "./shared/observability";

const REGION = "eu-north-1";

/** The chain of models, in the order in which the application tries them. */
const MODELS = [
  "eu.anthropic.claude-sonnet-4-6",
  "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
  "eu.anthropic.claude-opus-4-6-v1",
  "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
  "eu.amazon.nova-pro-v1:0",
  "eu.amazon.nova-2-lite-v1:0",
  "eu.amazon.nova-lite-v1:0",
];

/** What the guide of AI-Prism asks for, as its stack has it. */
export const aiPrism: Traced = {
  application: "AP",
  stacks: { production: "ai-prism-prod" },
  assertions: {
    "network/chain": (stacks) =>
      expectChain(
        stackOf(stacks, "production"),
        { "ingress-web-ingress": 8000, "web-database-ingress": 5432, "web-cache-ingress": 6379 },
        ["web-endpoints-ingress", "ingress-https-prefix-list"],
      ),
    "network/records": (stacks) => expectRecords(stackOf(stacks, "production"), "/ai-prism-prod/flow-logs", REGION),
    "edge/https": (stacks) => expectHttps(stackOf(stacks, "production")),
    "edge/cdn": (stacks) => expectCdn(stackOf(stacks, "production"), { "/static/*": 30 }),
    "compute/services": (stacks) =>
      expectService(stackOf(stacks, "production"), {
        service: "web",
        cpu: "2048",
        memory: "4096",
        min: 3,
        max: 15,
        targets: { ECSServiceAverageCPUUtilization: 70 },
        zones: 3,
      }),
    "compute/health": (stacks) => expectHealth(stackOf(stacks, "production"), "web", "/health", 60),
    "compute/images": (stacks) => expectRegistry(stackOf(stacks, "production"), "web"),
    "compute/containers": (stacks) => expectContainer(stackOf(stacks, "production"), "web", "/ai-prism-prod/web"),
    "data/postgres": (stacks) =>
      expectPostgres(stackOf(stacks, "production"), {
        class: "db.t3.small",
        storage: 20,
        most: 40,
        multiAz: true,
        version: "15",
      }),
    "data/backups": (stacks) => {
      expect(stackOf(stacks, "production").inputs("aws:rds/instance:Instance")).toMatchObject({
        backupRetentionPeriod: 7,
        backupWindow: "03:00-04:00",
        maintenanceWindow: "sun:04:00-sun:05:00",
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: "ai-prism-prod-database-final",
      });
    },
    "data/cache": (stacks) => expectCache(stackOf(stacks, "production"), "cache.t3.micro", true),
    "data/buckets": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectBucket(stack, {
        name: "exports",
        bucket: "ai-prism-prod-exports-123456789012",
        moves: { 30: "STANDARD_IA" },
      });
      expectBucket(stack, {
        name: "backups",
        bucket: "ai-prism-prod-backups-123456789012",
        moves: { 30: "GLACIER" },
        expires: 365,
      });
    },
    "data/replication": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { bucket, rules } = stack.inputs("aws:s3/bucketReplicationConfig:BucketReplicationConfig");
      expect(bucket).toBe("ai-prism-prod-exports-123456789012");
      expect(rules).toMatchObject([
        {
          status: "Enabled",
          filter: { prefix: "Logs and data/" },
          destination: {
            bucket: "arn:aws:s3:::ai-prism-prod-exports-replica-123456789012",
            replicationTime: { status: "Enabled", time: { minutes: 15 } },
          },
        },
      ]);
      expect(stack.inputs("aws:s3/bucket:Bucket", "exports-replica").region).toBe("eu-west-1");
    },
    "data/bucket-access": (stacks) =>
      expectBucketAccess(stackOf(stacks, "production"), "web", ["ai-prism-prod-exports-123456789012"]),
    "access/secrets": (stacks) => {
      const paths = { SECRET_KEY: "ai-prism-prod/secret-key" };
      expectSecrets(stackOf(stacks, "production"), "web", paths, ["secret-key"], REGION);
    },
    "access/task-role": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectTaskRole(stack, "web", [
        "bedrock:InvokeModel",
        "bedrock:InvokeModelWithResponseStream",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:PutObject",
      ]);
      expectModels(stack, "web", { models: MODELS, geography: "eu", region: REGION });
    },
    "observability/logs": (stacks) => expectLogs(stackOf(stacks, "production"), 30),
    "observability/alarms": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectAlarms(stack, {
        "ingress-alarms-server-errors": ["HTTPCode_Target_5XX_Count", ">", 50, 300, 2],
        "web-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "cache-alarms-memory-1": ["DatabaseMemoryUsagePercentage", ">", 80, 300, 2],
        "cache-alarms-memory-2": ["DatabaseMemoryUsagePercentage", ">", 80, 300, 2],
        "backup-alarms-overdue": ["NumberOfBackupJobsCompleted", "<", 1, 3600, 30],
      });
      const refused = stack
        .all("aws:cloudwatch/metricAlarm:MetricAlarm")
        .filter(({ inputs }) => inputs["metricName"] === "InvocationClientErrors")
        .map(({ inputs }) => [
          inputs["dimensions"],
          inputs["threshold"],
          inputs["period"],
          inputs["evaluationPeriods"],
        ]);
      expect(refused).toHaveLength(MODELS.length);
      expect(refused).toEqual(expect.arrayContaining(MODELS.map((ModelId) => [{ ModelId }, 10, 300, 2])));
    },
    "observability/dashboards": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectDashboard(stack, "bedrock-dashboard", [
        ["AWS/Bedrock", "Invocations"],
        ["AWS/Bedrock", "InvocationLatency"],
        ["AWS/Bedrock", "InvocationClientErrors"],
        ["AWS/Bedrock", "InvocationServerErrors"],
      ]);
      expectDashboard(stack, "application-dashboard", [
        ["AWS/ApplicationELB", "TargetResponseTime"],
        ["AWS/ApplicationELB", "HTTPCode_Target_2XX_Count"],
        ["AWS/ApplicationELB", "HTTPCode_Target_4XX_Count"],
        ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"],
      ]);
      expectDashboard(stack, "infrastructure-dashboard", [
        ["AWS/ECS", "CPUUtilization"],
        ["ECS/ContainerInsights", "NetworkRxBytes"],
        ["ECS/ContainerInsights", "NetworkTxBytes"],
        ["AWS/ElastiCache", "EngineCPUUtilization"],
        ["AWS/ElastiCache", "NetworkBytesIn"],
        ["AWS/ElastiCache", "NetworkBytesOut"],
      ]);
    },
    "recovery/backup": (stacks) =>
      expectBackup(stackOf(stacks, "production"), {
        vault: "ai-prism-prod",
        copyTo: "eu-west-1",
        plans: { "backup-plan-databases": `arn:aws:rds:${REGION}:123456789012:db:ai-prism-prod-database$` },
      }),
  },
};
