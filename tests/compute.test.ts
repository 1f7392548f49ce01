import { preview } from "./preview";

// Stacks with every kind of service, as the command shows them.

interface Resource {
  type: string;
  name: string;
  inputs: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read inputs of every shape
}

/** The resources of a stack file that breaks no mandatory rule. */
function resourcesOf(stack: string): Resource[] {
  const { status, stdout } = preview(`tests/fixtures/compute/Pulumi.${stack}.yaml`, "--view", "deployed", "--json");
  expect(status).toBe(0);
  return (JSON.parse(stdout) as { manifest: { resources: Resource[] } }).manifest.resources;
}

/** The inputs of the resource of a type, or of that one with the name. */
function inputsOf(resources: Resource[], type: string, name?: string): Resource["inputs"] {
  const found = resources.filter(
    (resource) => resource.type === type && (name === undefined || resource.name === name),
  );
  expect(found.map((resource) => resource.name)).toHaveLength(1);
  return found[0]?.inputs;
}

const namesOf = (resources: Resource[], type: string): string[] =>
  resources.filter((resource) => resource.type === type).map(({ name }) => name);

const environmentOf = (resources: Resource[], name: string): Record<string, string> => {
  const { containerDefinitions } = inputsOf(resources, "aws:ecs/taskDefinition:TaskDefinition", name);
  const [{ environment }] = JSON.parse(containerDefinitions) as [{ environment: { name: string; value: string }[] }];
  return Object.fromEntries(environment.map((variable) => [variable.name, variable.value]));
};

describe("a stack with workers, an internal service and a nightly task", () => {
  const resources = resourcesOf("shop-prod");

  it("lets those reach the internal service that name it, and nobody else", () => {
    const ingress = namesOf(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(ingress.filter((name) => name.includes("-llm-")).sort()).toEqual([
      "nightly-report-service-llm-ingress",
      "web-service-llm-ingress",
    ]);
    expect(environmentOf(resources, "web")["LLM_URL"]).toBe("http://llm.shop-prod.internal:11434");
    expect(environmentOf(resources, "nightly-report")["LLM_URL"]).toBe("http://llm.shop-prod.internal:11434");
    expect(environmentOf(resources, "worker")).not.toHaveProperty("LLM_URL");
  });

  it("puts the web service alone behind the load balancer", () => {
    expect(namesOf(resources, "aws:lb/targetGroup:TargetGroup")).toEqual(["web"]);
    expect(namesOf(resources, "aws:lb/listenerRule:ListenerRule")).toEqual(["web"]);
  });

  it("lets who sends send, and who consumes consume", () => {
    const actions = (name: string): string[] => {
      const { policy } = inputsOf(resources, "aws:iam/rolePolicy:RolePolicy", `${name}-task-policy`);
      const { Statement } = JSON.parse(policy) as { Statement: { Action: string | string[]; Resource: string }[] };
      return Statement.filter(({ Resource }) => Resource.endsWith(":shop-prod-jobs")).flatMap(({ Action }) => Action);
    };
    expect(actions("web")).toContain("sqs:SendMessage");
    expect(actions("web")).not.toContain("sqs:ReceiveMessage");
    expect(actions("worker")).toContain("sqs:ReceiveMessage");
    expect(actions("worker")).not.toContain("sqs:SendMessage");
    expect(environmentOf(resources, "worker")["JOBS_QUEUE_URL"]).toMatch(/\/shop-prod-jobs$/);
  });

  it("keeps calls of SQS inside the network", () => {
    expect(namesOf(resources, "aws:ec2/vpcEndpoint:VpcEndpoint").filter((name) => /sqs/.test(name))).toHaveLength(1);
  });

  it("gives what measures lists the way to the cache and to its token, and no other", () => {
    const egress = namesOf(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    expect(egress.filter((name) => name.startsWith("redis-lists-")).sort()).toEqual([
      "redis-lists-cache-egress",
      "redis-lists-egress-https",
      "redis-lists-endpoints-egress",
    ]);
  });
});

describe("an ephemeral stack that saves, with connections that are held open", () => {
  const resources = resourcesOf("shop-dev");

  it("keeps a client with its task, a silent connection open, and a leaving task for two minutes", () => {
    expect(inputsOf(resources, "aws:lb/loadBalancer:LoadBalancer").idleTimeout).toBe(300);
    expect(inputsOf(resources, "aws:lb/targetGroup:TargetGroup")).toMatchObject({
      stickiness: { enabled: true, cookieDuration: 86_400 },
      deregistrationDelay: 120,
    });
  });

  it("takes every service to none at night, and stops the database", () => {
    expect(namesOf(resources, "aws:appautoscaling/scheduledAction:ScheduledAction").sort()).toEqual([
      "web-office-closes",
      "web-office-opens",
      "worker-office-closes",
      "worker-office-opens",
    ]);
    const stop = inputsOf(resources, "aws:scheduler/schedule:Schedule", "database-hours-stop");
    expect(JSON.parse(stop.target.input)).toEqual({ DbInstanceIdentifier: "shop-dev-database" });
  });

  it("runs on Spot, and wakes its worker when something waits", () => {
    for (const { inputs } of resources.filter(({ type }) => type === "aws:ecs/service:Service")) {
      expect(inputs.capacityProviderStrategies).toEqual([{ capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 }]);
    }
    expect(namesOf(resources, "aws:cloudwatch/metricAlarm:MetricAlarm")).toContain("worker-wake-up");
  });

  it("tells two days after its making that it is to go", () => {
    expect(inputsOf(resources, "aws:scheduler/schedule:Schedule", "expiry").scheduleExpression).toBe(
      "at(2026-01-03T12:00:00)",
    );
  });
});
