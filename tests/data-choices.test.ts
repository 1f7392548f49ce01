import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Manifest, ManifestResource } from "@platform/simulator";
import { parse, stringify } from "yaml";
import { preview, ROOT } from "./preview";

type Config = Record<string, Record<string, unknown>>;

/** Production with other choices, as a stack file of its own for the time of a preview. */
function chosen(name: string, choose: (config: Config) => void) {
  const folder = mkdtempSync(path.join(tmpdir(), "stack-"));
  const file = path.join(folder, `Pulumi.${name}.yaml`);
  const { config } = parse(readFileSync(path.join(ROOT, "Pulumi.prod.yaml"), "utf8")) as { config: Config };
  choose(config);
  try {
    writeFileSync(file, stringify({ config }));
    const { status, stdout, stderr } = preview(file, "--view", "deployed", "--json");
    if (stdout === "") throw new Error(stderr);
    const { manifest, findings } = JSON.parse(stdout) as { manifest: Manifest; findings: { undetermined: unknown[] } };
    return { status, resources: manifest.resources, undetermined: findings.undetermined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
function inputs(resources: ManifestResource[], type: string, name: string): any {
  const found = resources.find((resource) => resource.type === type && resource.name === name);
  if (!found) throw new Error(`no ${type} ${name}`);
  return found.inputs;
}

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const container = (resources: ManifestResource[], task: string) =>
  JSON.parse(inputs(resources, TASK, task).containerDefinitions)[0] as {
    environment: { name: string; value: string }[];
    secrets: { name: string }[];
    command: string[];
    image: string;
  };
const variables = (resources: ManifestResource[], task: string) =>
  Object.fromEntries(container(resources, task).environment.map(({ name, value }) => [name, value]));

describe("a proxy, a dump and a file system", () => {
  const { status, resources, undetermined } = chosen("data-choices", (config) => {
    config["platform:database"] = {
      ...config["platform:database"],
      proxy: true,
      dump: {
        image: { repository: "123456789012.dkr.ecr.us-east-1.amazonaws.com/pg-dump", tag: "v17.1" },
        bucket: "backups",
      },
    };
    config["platform:files"] = { index: { uid: 2000, gid: 2000 } };
    config["platform:backup"] = { ...config["platform:backup"], retentionDays: 125, coldStorageAfterDays: 30 };
    const api = config["platform:services"]?.["api"] as { uses: Record<string, unknown> };
    api.uses["files"] = { index: "/app/index" };
  });

  it("break no mandatory rule and leave nothing open", () => {
    expect(status).toBe(0);
    expect(undetermined).toEqual([]);
  });

  it("give the service the proxy's address, and a token in place of a password", () => {
    const set = variables(resources, "api");
    expect(set["DATABASE_HOST"]).toMatch(/^pm-doc-intel-data-choices-database\.proxy-/);
    expect(set).toMatchObject({ DATABASE_USER: "pmadmin", DATABASE_AUTHENTICATION: "iam", DATABASE_PORT: "5432" });
    const secrets = container(resources, "api").secrets.map(({ name }) => name);
    expect(secrets).not.toContain("DATABASE_PASSWORD");
    expect(inputs(resources, ROLE_POLICY, "api-task-policy").policy).toMatch(
      /"arn:aws:rds-db:us-east-1:123456789012:dbuser:prx-[0-9a-f]{17}\/pmadmin"/,
    );
    expect(inputs(resources, ROLE_POLICY, "api-execution-policy").policy).not.toContain("rds!db");
  });

  it("let the service reach the proxy, and only the proxy and the dump the database", () => {
    const group = (name: string): ManifestResource | undefined =>
      resources.find(({ type, name: other }) => type === "aws:ec2/securityGroup:SecurityGroup" && other === name);
    const database = group("database-security-group")?.urn;
    const rules = resources.filter(
      ({ type, propertyDependencies }) =>
        type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" &&
        propertyDependencies["securityGroupId"]?.includes(database ?? ""),
    );
    expect(rules.map(({ name }) => name).sort()).toEqual([
      "database-dump-database-ingress",
      "database-proxy-database-ingress",
    ]);
  });

  it("mount the file system through its access point, by the service's role alone", () => {
    const [volume] = inputs(resources, TASK, "api").volumes;
    expect(volume).toMatchObject({
      name: "index",
      efsVolumeConfiguration: { transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } },
    });
    expect(variables(resources, "api")["INDEX_DIRECTORY"]).toBe("/app/index");
    expect(inputs(resources, ROLE_POLICY, "api-task-policy").policy).toContain("elasticfilesystem:ClientMount");
    expect(inputs(resources, ROLE_POLICY, "database-dump-task-policy").policy).not.toContain("elasticfilesystem");
  });

  it("back up exactly the database and the file system, of which only the latter goes to cold storage", () => {
    const selected = resources.filter(({ type }) => type === "aws:backup/selection:Selection");
    expect(selected.flatMap(({ inputs: { resources: arns } }) => arns)).toEqual([
      "arn:aws:rds:us-east-1:123456789012:db:pm-doc-intel-data-choices-database",
      expect.stringMatching(/^arn:aws:elasticfilesystem:us-east-1:123456789012:file-system\/fs-/),
    ]);
    const lifecycle = (name: string) => inputs(resources, "aws:backup/plan:Plan", name).rules[0].lifecycle;
    expect(lifecycle("backup-plan-files")).toEqual({ deleteAfter: 125, coldStorageAfter: 30 });
    expect(lifecycle("backup-plan-databases")).toEqual({ deleteAfter: 125 });
  });

  it("dump each Sunday past the proxy, by a task that may write below one prefix and read one secret", () => {
    const schedule = resources.find(({ type }) => type === "aws:scheduler/schedule:Schedule");
    expect(schedule?.inputs["scheduleExpression"]).toBe("cron(0 5 ? * SUN *)");
    const { image, command, secrets } = container(resources, "database-dump");
    expect(image).toBe("123456789012.dkr.ecr.us-east-1.amazonaws.com/pg-dump:v17.1");
    expect(command.join(" ")).toContain("pg_dump");
    expect(secrets.map(({ name }) => name)).toEqual(["DATABASE_PASSWORD", "DATABASE_USER"]);
    const set = variables(resources, "database-dump");
    expect(set["DATABASE_HOST"]).toMatch(/^pm-doc-intel-data-choices-database\.c\w+\.us-east-1/);
    const statements = JSON.parse(inputs(resources, ROLE_POLICY, "database-dump-task-policy").policy).Statement;
    expect(
      statements.map(({ Action, Resource }: { Action: unknown; Resource: unknown }) => [Action, Resource]),
    ).toEqual([
      ["s3:PutObject", "arn:aws:s3:::pm-doc-intel-data-choices-backups-123456789012/database/*"],
      [["kms:GenerateDataKey", "kms:Decrypt"], expect.stringMatching(/^arn:aws:kms:us-east-1:/)],
    ]);
    const starts = inputs(resources, ROLE_POLICY, "database-dump-execution-policy").policy as string;
    expect([...new Set(starts.match(/secret:[^"]+/g))]).toEqual([expect.stringMatching(/^secret:rds!db-/)]);
    expect(starts).toContain("arn:aws:ecr:us-east-1:123456789012:repository/pg-dump");
  });
});

describe("read replicas", () => {
  const { status, resources, undetermined } = chosen("data-replicas", (config) => {
    config["platform:database"] = { ...config["platform:database"], replicas: [{}, { class: "db.r6g.large" }] };
  });

  it("break no mandatory rule and leave nothing open", () => {
    expect(status).toBe(0);
    expect(undetermined).toEqual([]);
  });

  it("stand in one variable, reached through a group of their own, protected and watched as the database is", () => {
    expect(variables(resources, "api")["DATABASE_READER_HOST"]).toMatch(
      /^pm-doc-intel-data-replicas-database-replica-1\.[^,]+,pm-doc-intel-data-replicas-database-replica-2\.[^,]+$/,
    );
    for (const [name, instanceClass] of [
      ["database-replica-1", "db.r6g.xlarge"],
      ["database-replica-2", "db.r6g.large"],
    ] as const) {
      expect(inputs(resources, "aws:rds/instance:Instance", name)).toMatchObject({
        instanceClass,
        deletionProtection: true,
        replicateSourceDb: "pm-doc-intel-data-replicas-database",
      });
      const alarms = resources.filter(({ parent }) => parent?.endsWith(`::${name}-alarms`));
      expect(alarms.map(({ name: alarm }) => alarm.slice(`${name}-alarms-`.length)).sort()).toEqual([
        "connections",
        "cpu",
        "lag",
        "memory",
        "storage",
      ]);
    }
    expect(resources.map(({ name }) => name)).toContain("api-database-replicas-ingress");
  });
});
