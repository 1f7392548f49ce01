import { GoldenManifest } from "./manifest";

const RUN = "pulumi-nodejs:dynamic/operations:OneOffTask";
const CHECK = "pulumi-nodejs:dynamic/operations:DeploymentCheck";
const SERVICE = "aws:ecs/service:Service";

const only = (stack: GoldenManifest, type: string) => {
  const [resource, ...others] = stack.all(type);
  if (!resource || others.length > 0) throw new Error(`${others.length + 1} resources of ${type}`);
  return resource;
};

describe.each(["dev", "staging", "prod"])("a deployment of %s", (name) => {
  const stack = new GoldenManifest(name);

  it("migrates the database with the new image before the service changes, and checks what runs in the end", () => {
    const [run, service, check] = [only(stack, RUN), only(stack, SERVICE), only(stack, CHECK)];

    expect(run.inputs["triggers"]).toEqual({
      command: '["alembic","upgrade","head"]',
      image: imageOf(stack, "api"),
    });
    expect(imageOf(stack, "api-migrations")).toBe(imageOf(stack, "api"));
    expect(service.dependencies).toContain(run.urn);
    expect(check.dependencies).toContain(service.urn);
    expect(check.inputs["taskDefinitionArn"]).toBe(service.inputs["taskDefinition"]);
  });

  it("gives the migration the database and nothing that the service has beside it", () => {
    const secrets = containerOf(stack, "api-migrations").secrets.map((secret) => secret.name);
    expect(secrets).toEqual(["DATABASE_PASSWORD", "DATABASE_USER"]);
    expect(stack.names("aws:iam/rolePolicy:RolePolicy")).not.toContain("api-migrations-task-policy");

    const reached = stack
      .names("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
      .filter((rule) => rule.startsWith("api-migrations-"));
    const endpoints = name === "dev" ? [] : ["api-migrations-endpoints-egress"];
    expect(reached.sort()).toEqual(
      ["api-migrations-database-egress", "api-migrations-egress-https", ...endpoints].sort(),
    );
  });

  it("replaces task by task, with all of them up", () => {
    expect(only(stack, SERVICE).inputs).toMatchObject({
      deploymentConfiguration: { strategy: "ROLLING" },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
    });
  });
});

interface Container {
  image: string;
  secrets: { name: string }[];
}

function containerOf(stack: GoldenManifest, name: string): Container {
  const definitions = stack.inputs("aws:ecs/taskDefinition:TaskDefinition", name).containerDefinitions;
  return (JSON.parse(definitions) as [Container])[0];
}

const imageOf = (stack: GoldenManifest, name: string): string => containerOf(stack, name).image;
