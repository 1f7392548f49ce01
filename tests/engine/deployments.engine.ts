import { labelOf } from "../../engine/urn";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { SimulatedEcs } from "./simulated-ecs";

const SERVICE = "aws:ecs/service:Service api";
const MIGRATION = "pulumi-nodejs:dynamic/operations:OneOffTask api-migrations";
const CHECK = "pulumi-nodejs:dynamic/operations:DeploymentCheck api-deployment";

/** As people deploy it: from source, with Pulumi's own plugin for dynamic resources, which runs the operations' own code. */
describe("a deployment of dev", () => {
  let ecs: SimulatedEcs;
  let stack: EngineStack;
  beforeAll(async () => {
    ecs = await SimulatedEcs.start();
    stack = await EngineStack.create({ ...repositoryProject("Pulumi.dev.yaml", "source"), operations: "real" });
    ecs.serve(stack.account);
  });
  afterAll(async () => {
    stack.dispose();
    await ecs.stop();
  });

  const service = () => stack.account.labelled(SERVICE);
  /** What AWS runs, and what the state file says of it. */
  async function version(): Promise<unknown> {
    const { resources = [] } = await stack.state();
    const recorded = resources.find(({ urn, delete: old }) => labelOf(urn) === SERVICE && !old);
    return { running: service()?.inputs, recorded: recorded?.inputs };
  }
  async function upWhole(...args: string[]): Promise<void> {
    const { log, status } = await stack.up(...args);
    expect([log.errors(), status]).toEqual([[], 0]);
  }
  function newImage(digit: string): void {
    stack.workspace.edit((config) => {
      config["platform:services"].api.image = { digest: `sha256:${digit.repeat(64)}` };
    });
  }

  it("migrates the database before there is a service", async () => {
    await upWhole();
    expect(ecs.tasks).toHaveLength(1);
    const created = stack.account
      .events()
      .find((event) => event.operation === "create" && labelOf(event.resource.urn) === SERVICE);
    expect(created).toMatchObject({ began: expect.any(Number) });
    expect(ecs.tasks[0]?.startedAt).toBeLessThan((created as { began: number }).began);
  });

  it("migrates nothing when no version changes", async () => {
    stack.workspace.edit((config) => (config["platform:services"].api.scaling.max = 3));
    await upWhole();
    expect(ecs.tasks).toHaveLength(1);
  });

  it("stays on the old version, here and in the state file, when the migration fails, and says why", async () => {
    const before = await version();
    ecs.taskEnd = { exitCode: 1, log: ["INFO Running upgrade 41 -> 42", 'ERROR column "team" does not exist'] };
    newImage("d");
    const { log, status } = await stack.up();
    expect(status).not.toBe(0);
    expect(log.errors()).toContainEqual({
      resource: MIGRATION,
      message: expect.stringContaining("The migration of api failed: exit code 1"),
    });
    const message = log.errors().find(({ resource }) => resource === MIGRATION)?.message;
    expect(message).toContain("What waits for it is unchanged; the next pulumi up runs it again.");
    expect(message).toContain('| ERROR column "team" does not exist');
    expect(await version()).toEqual(before);
    expect(ecs.tasks).toHaveLength(2);
  });

  it("goes on to the new version once the migration succeeds", async () => {
    ecs.taskEnd = { exitCode: 0, log: [] };
    await upWhole();
    expect(ecs.tasks).toHaveLength(3);
    expect(ecs.tasks[2]?.taskDefinitionArn).toMatch(/api-migrations:\d+$/);
  });

  describe("that ECS takes back", () => {
    let old: string;
    beforeAll(() => {
      ecs.takesBackTo = old = service()?.inputs.taskDefinition as string;
      newImage("e");
    });

    it.each(["at first", "again, while Pulumi has not looked"])("fails, and says why and what to do: %s", async () => {
      const { log, status } = await stack.up();
      expect(status).not.toBe(0);
      const message = log.errors().find(({ resource }) => resource === CHECK)?.message;
      expect(message).toContain("does not run the version that was asked for");
      expect(message).toContain("ROLLBACK_SUCCESSFUL: tasks failed to start");
      expect(message).toContain("run pulumi up --refresh: it deploys the version anew");
      expect(service()?.inputs.taskDefinition).toBe(old);
    });

    it("is deployed anew as the message says", async () => {
      ecs.takesBackTo = undefined;
      await upWhole("--refresh");
      expect(service()?.inputs.taskDefinition).not.toBe(old);
      expect((await stack.preview("--expect-no-changes")).status).toBe(0);
    });
  });
});
