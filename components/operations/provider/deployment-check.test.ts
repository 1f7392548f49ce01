import { AwsEndpoint, AwsFault } from "../../testing/aws-endpoint";
import { deploymentCheck } from "./deployment-check";
import type { DeploymentCheckInputs } from "./deployment-check-inputs";

const FAMILY = "arn:aws:ecs:us-east-1:123456789012:task-definition/pm-prod-api";
const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/main";

const inputs: DeploymentCheckInputs = {
  region: "us-east-1",
  clusterArn: CLUSTER,
  serviceName: "api-0a1b2c3",
  taskDefinitionArn: `${FAMILY}:42`,
  settings: '{"subnets":["subnet-1"]}',
  timeoutMinutes: 10,
};

const { create, update, diff } = deploymentCheck({ intervalMs: 2, minuteMs: 1000 });
const refusal = async (changes: Partial<DeploymentCheckInputs> = {}): Promise<string> => {
  const error = await create({ ...inputs, ...changes }).then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!error) throw new Error("the check succeeded");
  return error.message;
};

interface State {
  /** Revision that the primary deployment runs. */
  primary?: number;
  rolloutState?: string;
  /** The newest deployment; none when ECS has no record. */
  newest?: { status: string; [more: string]: unknown };
  serviceStatus?: string;
  events?: string[];
}

describe("deploymentCheck", () => {
  let aws: AwsEndpoint;
  beforeAll(async () => {
    aws = await AwsEndpoint.start();
  });
  afterAll(() => aws.stop());

  /** ECS with a service that goes through these states, one for each time that it is asked. */
  function ecs(states: State[], more: Parameters<AwsEndpoint["reset"]>[0] = {}): void {
    let asked = -1;
    const state = (): State => states[Math.min(Math.max(asked, 0), states.length - 1)] as State;
    aws.reset({
      DescribeServices: () => {
        asked++;
        const { primary = 42, rolloutState = "COMPLETED", serviceStatus: status = "ACTIVE", events = [] } = state();
        const deployments = [
          { status: "ACTIVE", taskDefinition: `${FAMILY}:1`, rolloutState: "COMPLETED" },
          { status: "PRIMARY", taskDefinition: `${FAMILY}:${primary}`, rolloutState },
        ];
        return { services: [{ status, deployments, events: events.map((message) => ({ message })) }] };
      },
      ListServiceDeployments: ({ nextToken }) => {
        if (!state().newest) return { serviceDeployments: [] };
        // The newest is neither the first nor on the first page.
        return nextToken === undefined
          ? { serviceDeployments: [{ serviceDeploymentArn: "old", createdAt: 1000 }], nextToken: "more" }
          : {
              serviceDeployments: [
                { serviceDeploymentArn: "older", createdAt: 500 },
                { serviceDeploymentArn: "newest", createdAt: 2000 },
              ],
            };
      },
      DescribeServiceDeployments: ({ serviceDeploymentArns }) => ({
        serviceDeployments: (serviceDeploymentArns as string[]).includes("newest") ? [state().newest] : [],
      }),
      ListTasks: () => ({ taskArns: [] }),
      ...more,
    });
  }

  it("is content when the version serves, by the newest deployment and by the service", async () => {
    ecs([{ newest: { status: "SUCCESSFUL" } }]);

    await expect(create(inputs)).resolves.toEqual({ id: "api-0a1b2c3", outs: inputs });
    expect(aws.bodies("DescribeServices")).toEqual([{ cluster: CLUSTER, services: ["api-0a1b2c3"] }]);
    expect(aws.bodies("DescribeServiceDeployments")).toEqual([{ serviceDeploymentArns: ["newest"] }]);
  });

  it("is content with the service alone where ECS has no record of a deployment", async () => {
    ecs([{}]);

    await expect(create(inputs)).resolves.toBeDefined();
  });

  it("waits while ECS deploys, bakes or goes back", async () => {
    ecs([
      { primary: 41, newest: { status: "PENDING" } },
      { newest: { status: "IN_PROGRESS" } },
      { newest: { status: "SUCCESSFUL" }, rolloutState: "IN_PROGRESS" },
      { newest: { status: "SUCCESSFUL" } },
    ]);

    await expect(create(inputs)).resolves.toBeDefined();
    expect(aws.bodies("DescribeServices")).toHaveLength(4);
  });

  it("fails after a rollback, with both versions, the reason, the alarms, and how the tasks ended", async () => {
    const task = (taskArn: string, revision: number, exitCode: number) => ({
      taskArn,
      taskDefinitionArn: `${FAMILY}:${revision}`,
      lastStatus: "STOPPED",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "api", exitCode }],
    });
    ecs(
      [
        { newest: { status: "ROLLBACK_IN_PROGRESS" } },
        {
          primary: 41,
          newest: {
            status: "ROLLBACK_SUCCESSFUL",
            statusReason: "Service deployment rolled back.",
            rollback: { reason: "The circuit breaker threshold was exceeded." },
            alarms: { triggeredAlarmNames: ["pm-prod-api-rollback-latency"] },
          },
        },
      ],
      {
        ListTasks: () => ({ taskArns: ["a", "b", "c"] }),
        DescribeTasks: () => ({ tasks: [task("a", 42, 1), task("b", 42, 1), task("c", 41, 0)] }),
      },
    );

    expect(await refusal()).toBe(
      [
        "api-0a1b2c3 does not run the version that was asked for.",
        "  asked for: pm-prod-api:42",
        "  running: pm-prod-api:41",
        "  deployment: ROLLBACK_SUCCESSFUL: Service deployment rolled back.",
        "  rolled back: The circuit breaker threshold was exceeded.",
        "  alarms: pm-prod-api-rollback-latency",
        "  tasks that stopped: 2 × exit code 1: Essential container in task exited",
        "Mend the cause and run pulumi up --refresh: it deploys the version anew. See docs/runbooks/deployments.md.",
      ].join("\n"),
    );
    expect(aws.bodies("ListTasks")).toEqual([
      { cluster: CLUSTER, serviceName: "api-0a1b2c3", desiredStatus: "STOPPED" },
    ]);
  });

  it("tells the service's events where no task is left to ask", async () => {
    const events = ["(service api) failed to launch a task", "second", "third", "fourth"];
    ecs([{ primary: 41, newest: { status: "ROLLBACK_FAILED" }, events }]);

    const message = await refusal();
    expect(message).toContain("  events: (service api) failed to launch a task\n    second\n    third\n");
    expect(message).not.toContain("fourth");
  });

  it.each<[string, State]>([
    ["somebody else's deployment of another version", { primary: 43, newest: { status: "SUCCESSFUL" } }],
    [
      "a deployment of the same version that was taken back",
      { primary: 42, newest: { status: "ROLLBACK_SUCCESSFUL" } },
    ],
    ["a deployment that somebody stopped", { primary: 42, newest: { status: "STOPPED" } }],
    ["a service without record that runs another version", { primary: 41 }],
    ["a service without record whose deployment failed", { rolloutState: "FAILED" }],
  ])("fails after %s", async (_what, state) => {
    ecs([state]);

    expect(await refusal()).toContain("does not run the version that was asked for");
  });

  it("does not wait for ever, and says that ECS goes on", async () => {
    ecs([{ newest: { status: "IN_PROGRESS" } }]);

    expect(await refusal({ timeoutMinutes: 0.02 })).toContain(
      "is still being deployed after 0.02 minutes. ECS goes on",
    );
  });

  it("fails when the service is gone", async () => {
    ecs([{ serviceStatus: "INACTIVE" }]);

    expect(await refusal()).toBe(`the cluster ${CLUSTER} has no service api-0a1b2c3`);
  });

  it("tells which right is missing", async () => {
    ecs([{ newest: { status: "SUCCESSFUL" } }], {
      ListServiceDeployments: () => {
        throw new AwsFault("AccessDeniedException", "not authorized to perform: ecs:ListServiceDeployments");
      },
    });

    expect(await refusal()).toContain("ecs:ListServiceDeployments");
  });

  it("checks again when the version or the service's settings change, and at nothing else", async () => {
    const changes = async (news: Partial<DeploymentCheckInputs>) =>
      (await diff?.("api", inputs, { ...inputs, ...news }))?.changes;

    expect(await changes({ timeoutMinutes: 1 })).toBe(false);
    expect(await changes({ taskDefinitionArn: `${FAMILY}:43` })).toBe(true);
    expect(await changes({ settings: "{}" })).toBe(true);
    expect(await changes({ serviceName: "api-fffffff" })).toBe(true);

    ecs([{ primary: 41, newest: { status: "ROLLBACK_SUCCESSFUL" } }]);
    await expect(update?.("api", inputs, inputs)).rejects.toThrow("does not run the version");
  });
});
