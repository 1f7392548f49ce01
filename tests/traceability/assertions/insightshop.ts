import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import {
  expectBucketAccess,
  expectModels,
  expectPasswordInSecretsManager,
  expectSecrets,
  expectTaskRole,
  type Statement,
  taskStatementsOf,
} from "./shared/access";
import {
  containerOf,
  expectContainer,
  expectHealth,
  expectRegistry,
  expectRollingDeployment,
  expectService,
} from "./shared/compute";
import { expectBackup, expectCache, expectPostgres } from "./shared/data";
import { expectCdn, expectFirewall, expectHttps, expectPrivateFiles } from "./shared/edge";
import { expectAlarms, expectLogs, expectRecords } from "./shared/observability";

/** What the guide of InsightShop asks for, as its stack has it. */
export const insightshop: Traced = {
  application: "IS",
  stacks: { production: "insightshop-prod" },
  assertions: {
    "network/records": (stacks) => expectRecords(stackOf(stacks, "production"), "/insightshop-prod/flow-logs"),
    "edge/https": (stacks) => expectHttps(stackOf(stacks, "production")),
    "edge/cdn": (stacks) => expectCdn(stackOf(stacks, "production"), { "/static/*": 30 }),
    "edge/private-files": (stacks) =>
      expectPrivateFiles(stackOf(stacks, "production"), { "/static/*": "insightshop-prod-static-123456789012" }),
    "edge/cors": (stacks) => {
      const { corsConfig } = stackOf(stacks, "production").inputs(
        "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
      );
      expect(corsConfig.accessControlAllowOrigins.items).toEqual([
        "https://shop.example.com",
        "https://www.shop.example.com",
      ]);
    },
    "edge/firewall": (stacks) =>
      expectFirewall(stackOf(stacks, "production"), [
        ["/api/auth", 100],
        ["/api/ai-agent/chat", 50],
        [undefined, 2000],
      ]),
    "compute/services": (stacks) =>
      expectService(stackOf(stacks, "production"), {
        service: "web",
        cpu: "512",
        memory: "1024",
        min: 2,
        max: 6,
        targets: { ECSServiceAverageCPUUtilization: 70, ALBRequestCountPerTarget: 500 },
      }),
    "compute/deployments": (stacks) => expectRollingDeployment(stackOf(stacks, "production"), "web"),
    "compute/health": (stacks) => expectHealth(stackOf(stacks, "production"), "web", "/api/health", 60),
    "compute/images": (stacks) => expectRegistry(stackOf(stacks, "production"), "web"),
    "compute/containers": (stacks) => expectContainer(stackOf(stacks, "production"), "web", "/insightshop-prod/web"),
    "compute/files": (stacks) => {
      const stack = stackOf(stacks, "production");
      const { encrypted, kmsKeyId } = stack.inputs("aws:efs/fileSystem:FileSystem", "chroma");
      expect([encrypted, kmsKeyId]).toEqual([true, expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\//)]);
      const { posixUser, rootDirectory } = stack.inputs("aws:efs/accessPoint:AccessPoint");
      expect([posixUser, rootDirectory.path]).toEqual([{ uid: 1000, gid: 1000 }, "/chroma"]);
      expect(stack.inputs("aws:efs/backupPolicy:BackupPolicy").backupPolicy).toEqual({ status: "ENABLED" });
      const [volume, ...others] = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", "web").volumes;
      expect(others).toEqual([]);
      expect(volume).toMatchObject({
        name: "chroma",
        efsVolumeConfiguration: {
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: expect.stringMatching(/^fsap-/), iam: "ENABLED" },
        },
      });
      expect(containerOf(stack, "web").mountPoints).toMatchObject([
        { sourceVolume: "chroma", containerPath: "/app/chroma" },
      ]);
      const policy: Statement[] = JSON.parse(
        stack.inputs("aws:efs/fileSystemPolicy:FileSystemPolicy").policy,
      ).Statement;
      expect(policy).toContainEqual(
        expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      );
    },
    "data/postgres": (stacks) =>
      expectPostgres(stackOf(stacks, "production"), { class: "db.t3.small", storage: 20, most: 40, multiAz: true }),
    "data/password": (stacks) => expectPasswordInSecretsManager(stackOf(stacks, "production"), "web"),
    "data/cache": (stacks) => expectCache(stackOf(stacks, "production"), "cache.t3.micro", true),
    "access/secrets": (stacks) => {
      const paths = { SECRET_KEY: "insightshop-prod/secret-key", JWT_SECRET: "insightshop-prod/jwt-secret" };
      expectSecrets(stackOf(stacks, "production"), "web", paths, ["secret-key", "jwt-secret"]);
    },
    "access/task-role": (stacks) => {
      const stack = stackOf(stacks, "production");
      expectBucketAccess(stack, "web", ["insightshop-prod-backups-123456789012"]);
      expectTaskRole(stack, "web", [
        "bedrock:InvokeModel",
        "bedrock:InvokeModelWithResponseStream",
        "elasticfilesystem:ClientMount",
        "elasticfilesystem:ClientWrite",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:PutObject",
      ]);
      const mounts = taskStatementsOf(stack, "web").filter(({ Action }) =>
        String(Action).startsWith("elasticfilesystem"),
      );
      expect(mounts).toMatchObject([
        { Resource: expect.stringMatching(/^arn:aws:elasticfilesystem:us-east-1:123456789012:file-system\/fs-/) },
      ]);
      expect(JSON.stringify(mounts[0]?.Condition)).toMatch(/:access-point\/fsap-/);
      expectModels(stack, "web", { models: ["us.anthropic.claude-sonnet-4-5-20250929-v1:0"], geography: "us" });
    },
    "observability/logs": (stacks) => expectLogs(stackOf(stacks, "production"), 30),
    "observability/alarms": (stacks) =>
      expectAlarms(stackOf(stacks, "production"), {
        "ingress-alarms-server-errors": ["HTTPCode_Target_5XX_Count", ">", 50, 300, 2],
        "ingress-alarms-latency": ["TargetResponseTime", ">", 1, 60, 5],
        "ingress-alarms-unhealthy-web": ["UnHealthyHostCount", ">", 0, 60, 5],
        "web-alarms-cpu": ["CPUUtilization", ">", 80, 300, 2],
        "web-log-alarms-log-errors": ["ErrorLines", ">", 10, 300, 2],
        "backup-alarms-overdue": ["NumberOfBackupJobsCompleted", "<", 1, 3600, 30],
      }),
    "recovery/backup": (stacks) =>
      expectBackup(stackOf(stacks, "production"), {
        vault: "insightshop-prod",
        copyTo: "us-west-2",
        plans: {
          "backup-plan-databases": "arn:aws:rds:us-east-1:123456789012:db:insightshop-prod-database$",
          "backup-plan-files": "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-",
        },
      }),
  },
};
