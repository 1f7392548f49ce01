import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { Migration, type MigrationArgs } from ".";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-AbCdEf";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/secrets";
const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/main";
const RUN = "pulumi-nodejs:dynamic/operations:OneOffTask";

const args: MigrationArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  serviceName: "api",
  command: ["alembic", "upgrade", "head"],
  clusterArn: CLUSTER,
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  connections: { database: { to: { label: "database", securityGroupId: "sg-database" }, port: 5432 } },
  image: "api@sha256:0a1b",
  size: { cpu: 512, memory: 1024 },
  architecture: "x86_64",
  environment: { DATABASE_HOST: "db.example.com" },
  secrets: { DATABASE_PASSWORD: `${SECRET}:password::` },
  secretSources: [{ secretArn: SECRET, kmsKeyArn: KEY }],
  statements: [],
  log: { groupName: "/pm-prod/api-migrations", retentionDays: 30, kmsKeyArn: KEY },
};

const migration = (changes: Partial<MigrationArgs> = {}, view?: "preview" | "deployed") =>
  declare(() => {
    new Migration("api-migrations", { ...args, ...changes });
  }, view);

describe("Migration", () => {
  it("runs the new image with the command, in a task of its own size that is stopped in time", async () => {
    const declared = await migration();

    const definition = declared.one("aws:ecs/taskDefinition:TaskDefinition");
    expect(definition.inputs).toMatchObject({ family: "pm-prod-api-migrations", cpu: "512", memory: "1024" });
    const [container] = JSON.parse(definition.inputs.containerDefinitions);
    expect(container).toMatchObject({
      name: "api-migrations",
      image: "api@sha256:0a1b",
      command: ["alembic", "upgrade", "head"],
      portMappings: [],
    });
    const run = declared.one(RUN);
    const { __provider, ...inputs } = run.inputs;
    expect([run.name, run.parentName]).toEqual(["api-migrations", "api-migrations"]);
    expect(__provider).toContain(".operations.oneOffTask;");
    expect(inputs).toEqual({
      title: "The migration of api",
      region: TEST_REGION,
      clusterArn: CLUSTER,
      taskDefinitionArn: definition.outputs.arn,
      family: "pm-prod-api-migrations",
      containerName: "api-migrations",
      subnetIds: ["subnet-1", "subnet-2"],
      securityGroupIds: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
      logGroupName: "/pm-prod/api-migrations",
      timeoutMinutes: 20,
      triggers: { image: "api@sha256:0a1b", command: '["alembic","upgrade","head"]' },
    });
  });

  it("writes its log where the run looks for it", async () => {
    const declared = await migration();

    const [container] = JSON.parse(declared.one("aws:ecs/taskDefinition:TaskDefinition").inputs.containerDefinitions);
    const run = declared.one(RUN).inputs;
    expect(container.logConfiguration.options).toMatchObject({
      "awslogs-group": run.logGroupName,
      "awslogs-stream-prefix": run.containerName,
    });
  });

  it("has roles of its own, which reach the secret of the database and nothing else", async () => {
    const declared = await migration();

    expect(declared.all("aws:iam/role:Role").map(({ name }) => name)).toEqual([
      "api-migrations-execution",
      "api-migrations-task",
    ]);
    const policies = declared.all("aws:iam/rolePolicy:RolePolicy");
    expect(policies.map(({ name }) => name)).toEqual(["api-migrations-execution-policy"]);
    const statements: { Sid: string; Resource: unknown }[] = JSON.parse(policies[0]?.inputs.policy).Statement;
    expect(statements.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ["WriteLog", "arn:aws:logs:us-east-1:123456789012:log-group:/pm-prod/api-migrations:*"],
      ["ReadSecrets", [SECRET]],
      ["DecryptSecrets", [KEY]],
    ]);
  });

  it("reaches the database by group and HTTPS, and starts only when rights, log and way are there", async () => {
    const declared = await migration();

    const egress = declared.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(egress.map(({ name }) => name)).toEqual(["api-migrations-egress-https", "api-migrations-database-egress"]);
    expect(egress[1]?.inputs).toMatchObject({ referencedSecurityGroupId: "sg-database", fromPort: 5432, toPort: 5432 });
    const ingress = declared.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(ingress.inputs).toMatchObject({ securityGroupId: "sg-database", fromPort: 5432 });

    const before = [
      egress[1],
      ingress,
      declared.one("aws:cloudwatch/logGroup:LogGroup"),
      declared.one("aws:iam/rolePolicy:RolePolicy"),
    ];
    expect(declared.one(RUN).dependencies).toEqual(expect.arrayContaining(before.map((resource) => resource?.urn)));
  });

  it("comes after another migration where it is told to", async () => {
    const declared = await declare(() => {
      const first = new Migration("accounts-migrations", { ...args, namePrefix: "pm" });
      new Migration("api-migrations", { ...args, after: [first.done] });
    });

    expect(declared.one(RUN, "api-migrations").dependencies).toContain(declared.one(RUN, "accounts-migrations").urn);
  });

  const invalid: [string, Partial<MigrationArgs>, string][] = [
    ["no command", { command: [] }, "command must name what migrates the database"],
    ["a limit of no time", { timeoutMinutes: 0 }, "timeoutMinutes must be a whole number from 1 to 720, got 0"],
    ["a size that Fargate lacks", { size: { cpu: 256, memory: 4096 } }, "size.memory must be 512, 1024 or 2048 MiB"],
  ];
  it.each(invalid)("refuses %s before it creates anything", async (_what, changes, message) => {
    const declared = await declare(() => {
      expect(() => new Migration("api-migrations", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});
