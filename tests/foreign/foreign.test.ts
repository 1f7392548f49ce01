import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { preview, report, SLOW } from "./report";

it(
  "judges an S3 website in JavaScript, without a stack file",
  () => {
    const { code, findings, generic, open } = report("s3-website", "--view", "deployed");
    expect(code).toBe(1);
    expect(findings).toEqual([
      "advisory pulumi-stateful-protected site index.js:8",
      "advisory s3-access-logging site index.js:8",
      "advisory s3-acls-disabled site-ownership index.js:16",
      "advisory s3-default-encryption-kms site index.js:8",
      "advisory s3-lifecycle site index.js:8",
      "advisory s3-no-website-hosting site-website index.js:10",
      "advisory s3-require-tls site index.js:8",
      "advisory s3-versioning site index.js:8",
      "mandatory s3-bucket-public-access-block site-access index.js:21",
      "mandatory s3-no-public-read site-policy index.js:40",
      "mandatory s3-policy-no-any-principal site-policy index.js:40",
    ]);
    expect(open).toEqual([]);
    expect(generic).toEqual([
      "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration: AWS's answers for this type are not simulated",
      "aws:region is not configured: us-east-1 was assumed",
    ]);
  },
  SLOW,
);

it(
  "names what the plugin of awsx makes, and keeps its outputs unknown in both views",
  () => {
    const { code, findings, generic, outputs } = report(
      "fargate-awsx",
      "--view",
      "deployed",
      "--config",
      "image=nginx",
    );
    expect(code).toBe(0);
    expect(findings).toEqual(["advisory ecs-container-insights cluster index.ts:9"]);
    expect(generic).toEqual([
      "awsx:ecs:FargateService: its own plugin makes what is inside it, which was not checked",
      "awsx:lb:ApplicationLoadBalancer: its own plugin makes what is inside it, which was not checked",
    ]);
    expect(outputs).toEqual({ serviceName: "[unknown]", url: "[unknown]" });
  },
  SLOW,
);

it(
  "judges a database, with another stack's outputs unknown and an encrypted password as a placeholder",
  () => {
    const { code, findings, generic, open } = report("rds-instance", "dev", "--view", "deployed");
    expect(code).toBe(1);
    expect(findings).toEqual([
      "advisory alarm-coverage database index.ts:15",
      "advisory pulumi-stateful-protected database index.ts:15",
      "advisory rds-backup-retention database index.ts:15",
      "advisory rds-copy-tags-to-snapshot database index.ts:15",
      "advisory rds-deletion-protection database index.ts:15",
      "advisory rds-engine-supported database index.ts:15",
      "advisory rds-enhanced-monitoring database index.ts:15",
      "advisory rds-event-subscriptions database index.ts:15",
      "advisory rds-final-snapshot database index.ts:15",
      "advisory rds-iam-auth database index.ts:15",
      "advisory rds-in-backup-plan database index.ts:15",
      "advisory rds-log-exports database index.ts:15",
      "advisory rds-multi-az database index.ts:15",
      "advisory rds-non-default-port database index.ts:15",
      "advisory rds-performance-insights database index.ts:15",
      "advisory rds-query-logging database index.ts:15",
      "advisory rds-storage-cmk database index.ts:15",
      "advisory sg-has-description database index.ts:8",
      "mandatory rds-managed-password database index.ts:15",
      "mandatory rds-not-public database index.ts:15",
      "mandatory rds-storage-encrypted database index.ts:15",
      "mandatory sg-data-tier-from-sg-only database index.ts:15",
      "mandatory sg-no-high-risk-ports database index.ts:8",
      "mandatory sg-open-only-on-allowed-ports database index.ts:8",
    ]);
    expect(open).toEqual(["rds-not-in-public-subnet"]);
    expect(generic).toEqual([
      "stack acme/network/dev: its outputs are unknown",
      expect.stringMatching(/^rds-instance:password is encrypted: a placeholder stood for it \(--config /),
    ]);
  },
  SLOW,
);

it(
  "judges a Lambda function behind an API, its policies from look-ups included",
  () => {
    const { code, findings } = report("lambda-api", "--config", "aws:region=eu-west-1");
    expect(code).toBe(0);
    expect(findings).toEqual([
      "advisory iam-no-resource-star api-data index.ts:14",
      "advisory iam-no-service-wildcards api-data index.ts:14",
    ]);
  },
  SLOW,
);

it(
  "judges peered VPCs in two regions, each under its own provider",
  () => {
    const { code, findings, outputs } = report("vpc-peering", "--view", "deployed");
    expect(code).toBe(1);
    expect(findings).toEqual([
      "advisory vpc-flow-logs-enabled here network.ts:15",
      "advisory vpc-flow-logs-enabled there network.ts:15",
      "advisory vpc-peering-routes-least-access to-here index.ts:25",
      "advisory vpc-peering-routes-least-access to-there index.ts:20",
      "mandatory vpc-default-sg-closed here network.ts:15",
      "mandatory vpc-default-sg-closed there network.ts:15",
    ]);
    expect(outputs["farVpc"]).toMatch(/^arn:aws:ec2:us-west-2:123456789012:vpc\/vpc-[0-9a-f]{17}$/);
  },
  SLOW,
);

it(
  "judges a web server with look-ups, a dynamic resource and defaults of the project; masks secrets",
  () => {
    const { code, findings, generic, outputs } = report("web-server", "--config", "contact=you", "--view", "deployed");
    expect(code).toBe(1);
    expect(findings).toEqual([
      "mandatory sg-no-admin-from-any-ipv4 web index.ts:19",
      "mandatory sg-no-high-risk-ports web index.ts:19",
      "mandatory sg-open-only-on-allowed-ports web index.ts:19",
    ]);
    expect(generic).toEqual([
      "aws:ec2/getAmi:getAmi: what this look-up answers is unknown",
      "aws:ec2/getVpc:getVpc: what this look-up answers is unknown",
      "aws:ec2/instance:Instance: AWS's answers for this type are not simulated",
      "aws:s3/bucket:Bucket acme-shared-logs: it exists already, and only its id is known",
      "pulumi-nodejs:dynamic:Resource: its provider was not run",
    ]);
    expect(outputs).toEqual({ address: "[unknown]", token: "[secret]" });
  },
  SLOW,
);

it(
  "runs an ES module with a function out of a closure and transforms",
  () => {
    const { stdout } = preview("queue-worker", "--json");
    const { resources } = JSON.parse(stdout).manifest;
    const ofType = (type: string) => resources.find((resource: { type: string }) => resource.type === type);
    expect(ofType("aws:sqs/queue:Queue")).toMatchObject({
      inputs: { tags: { Project: "queue-worker" }, visibilityTimeoutSeconds: 60 },
      options: { protect: true },
    });
    expect(ofType("aws:lambda/function:Function")).toMatchObject({
      parent: expect.stringMatching(/QueueEventSubscription::work$/),
      inputs: { tags: { Project: "queue-worker" } },
      options: {},
    });
  },
  SLOW,
);

it.each(["preview", "deployed"])(
  "raises no alarm on a bucket as it should be, in the %s view",
  (view) => {
    const { code, findings, generic, open } = report(
      "secure-bucket",
      "--view",
      view,
      "--config",
      "aws:region=eu-west-1",
    );
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    if (view === "deployed") expect(open).toEqual([]);
    expect(generic).toEqual([
      "aws:index/getCallerIdentity:getCallerIdentity: an example account stands for the real one",
      "stack acme/base/dev: its outputs are unknown",
    ]);
  },
  SLOW,
);

describe("fails without a stack trace", () => {
  let empty: string;
  beforeAll(() => {
    empty = mkdtempSync(path.join(tmpdir(), "foreign-"));
    writeFileSync(path.join(empty, "Pulumi.yaml"), "name: alone\nruntime: nodejs\n");
  });
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  it.each<[string, number, string, () => string[]]>([
    ["no such project", 2, "no Pulumi.yaml there", () => ["nowhere"]],
    ["dependencies that are not installed", 2, "@pulumi/pulumi is missing", () => [empty]],
    ["a stack that does not exist", 2, "no stack deb; did you mean dev?", () => ["rds-instance", "deb"]],
    ["configuration that is required", 2, "fix: --config fargate-awsx:image=<value>", () => ["fargate-awsx"]],
    ["configuration that is declared", 2, "fix: --config web-server:contact=<value>", () => ["web-server"]],
    ["configuration without a value", 2, "--config image: no value", () => ["fargate-awsx", "--config", "image"]],
    ["another revision", 2, "cannot be used with", () => ["lambda-api", "--changes", "HEAD"]],
    ["throw", 1, "The program failed at index.ts:9: the program does not want to", () => how("throw")],
    ["reject", 1, "The program failed at index.ts:11: rejected where nobody waits", () => how("reject")],
    ["apply", 1, "The program failed at index.ts:15: nothing to do with queue", () => how("apply")],
    ["a run error", 1, "The program failed: the region is not ours", () => how("run-error")],
    ["two of a name", 1, "two resources of type aws:sqs/queue:Queue are named queue", () => how("twice")],
    ["an end with a code", 1, "The program ended with code 3", () => how("exit")],
  ])(
    "on %s",
    (_what, code, message, args) => {
      const [project = "", ...rest] = args();
      const result = preview(project, ...rest);
      expect(result.stderr).toContain(message);
      expect(result.stderr).not.toMatch(/^\s+at /m);
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: "" });
    },
    SLOW,
  );

  const how = (name: string): string[] => ["failing", "--config", `how=${name}`];
});
