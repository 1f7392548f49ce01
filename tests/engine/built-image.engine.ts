import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";

const TASK = "aws:ecs/taskDefinition:TaskDefinition api";

/** No stack file here says `build`; whoever adapts one may. */
describe("a service whose image Pulumi builds", () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await EngineStack.create(repositoryProject("Pulumi.dev.yaml", "bundle"));
    write("FROM scratch");
    stack.workspace.edit((config) => {
      const { api } = config["platform:services"];
      delete api.image;
      api.build = { context: "app" };
    });
  });
  afterAll(() => stack.dispose());

  function write(dockerfile: string): void {
    const context = path.join(stack.workspace.folder, "app");
    mkdirSync(context, { recursive: true });
    writeFileSync(path.join(context, "Dockerfile"), dockerfile);
  }
  const image = (): string => {
    const task = stack.account.labelled(TASK);
    const [container] = JSON.parse(task?.inputs.containerDefinitions as string) as { image: string }[];
    return container?.image ?? "";
  };

  it("is built before the tasks that run it by digest", async () => {
    const { log, status } = await stack.up();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(log.changes().created).toContain("awsx:ecr:Image api-image");
    expect(image()).toMatch(/^123456789012\.dkr\.ecr\..*\/.*@sha256:[0-9a-f]{64}$/);
    expect((await stack.preview("--expect-no-changes")).status).toBe(0);
  });

  it("is deployed anew when its folder changes, and only then", async () => {
    const before = image();
    write("FROM scratch\nUSER 1000");
    const { log, status } = await stack.up();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(log.changes().replaced).toContain(TASK);
    expect(image()).not.toBe(before);
  });
});
