import type { EngineStack } from "../../../engine/stack";
import { ordinaryChanges } from "../ordinary-changes";
import { set } from "../stack-edits";
import type { Config } from "../stack-files";
import { runOutOfCredentials } from "./credentials";
import { ALL_TOGETHER, everyOneFails, newStack, nextSteps, someFail, upWhole } from "./failing";

/** How many updates a sample takes. */
const TRIES = 2;

describe("once a stack is there", () => {
  let stack: EngineStack;
  beforeAll(async () => {
    stack = await newStack("Pulumi.dev.yaml");
    await upWhole(stack);
  });
  afterEach(() => stack.disturb({}));
  afterAll(() => stack.dispose());

  const urnOf = (label: string): string => {
    const found = stack.account.labelled(label);
    if (!found) throw new Error(`no ${label}`);
    return found.urn;
  };
  const ordinary = (name: string): ((config: Config) => void) => {
    const { edit } = ordinaryChanges.find((each) => each.name === name) ?? {};
    if (!edit) throw new Error(`no change ${name}`);
    return edit;
  };

  it("a failed migration leaves the services, and what is known of them, on the old version", async () => {
    const urn = urnOf("pulumi-nodejs:dynamic/operations:OneOffTask api-migrations");
    const service = urnOf("aws:ecs/service:Service api");
    const running = (): unknown => stack.account.resources().find(({ urn }) => urn === service)?.inputs;
    const recorded = async (): Promise<unknown> =>
      (await stack.state()).resources?.find(({ urn, delete: old }) => urn === service && !old)?.inputs;
    const before = { running: running(), recorded: await recorded() };
    stack.workspace.edit(ordinary("a new image digest"));
    await everyOneFails(stack, [{ operation: "update", urn }], "up");
    expect({ running: running(), recorded: await recorded() }).toEqual(before);
    await upWhole(stack);
    expect(running()).not.toEqual(before.running);
  });

  it.each([
    { name: "another tag", edit: ordinary("another tag") },
    { name: "a bigger database", edit: ordinary("a bigger database") },
    { name: "larger tasks", edit: ordinary("larger tasks with another environment") },
    { name: "a firewall", edit: ordinary("a firewall") },
    { name: "no firewall", edit: (config: Config) => delete config["platform:firewall"] },
  ])("every step of a change fails once, and the next up makes it: $name", async ({ edit }) => {
    stack.workspace.edit(edit);
    const steps = await nextSteps(stack);
    expect(steps).not.toEqual([]);
    await everyOneFails(stack, steps, "up", ALL_TOGETHER);
    await upWhole(stack);
    expect(await nextSteps(stack)).toEqual([]);
  });

  it("an update fails while others succeed, and the next up makes it", async () => {
    stack.workspace.edit((config) => set(config, "platform:tags", { team: "library" }));
    const steps = await nextSteps(stack);
    expect(steps.length).toBeGreaterThan(50);
    await someFail(stack, steps, TRIES, "up");
    await upWhole(stack);
    expect(await nextSteps(stack)).toEqual([]);
  });

  it("credentials that run out half-way lose nothing", async () => {
    stack.workspace.edit((config) => set(config, "platform:tags", { team: "archives" }));
    await runOutOfCredentials(stack, 10);
    await upWhole(stack);
    expect(await nextSteps(stack)).toEqual([]);
  });
});
