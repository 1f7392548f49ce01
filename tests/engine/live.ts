import path from "node:path";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { ROOT } from "../preview";
import { goesThroughOrdinaryChanges, keepsItsData } from "./change-by-change";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { giveUpProtection } from "./stack-edits";
import { inWords, waits } from "./waiting";

/** What is meant to stay of a type: its last copy, what can be recovered for some days, what documents the past. */
const LEAVES: { [type: string]: string } = {
  "aws:ecs/taskDefinition:TaskDefinition": "task",
  "aws:kms/key:Key": "key",
  "aws:rds/instance:Instance": "snapshot",
  "aws:secretsmanager/secret:Secret": "secret",
};

/**
 * Tests the life of a stack from its first preview to its end. Nothing breaks off in it: tests/engine/faults does that
 * to states that are written step by step.
 */
export function live(file: string): void {
  describe(`the life of ${file}`, () => {
    let stack: EngineStack;
    beforeAll(async () => {
      stack = await EngineStack.create({ ...repositoryProject(file, "bundle"), checkpoints: "atEnd" });
    });
    afterAll(() => stack.dispose());

    const profile = (): string => stack.workspace.content().config["platform:profile"];
    /** As the README deploys it. */
    const withPolicies = (): string[] => [
      ...["--policy-pack", stack.workspace.policyPack],
      ...["--policy-pack-config", path.join(ROOT, `policies/config/${profile()}.json`)],
    ];

    it("is previewed without a mandatory violation", async () => {
      const { status, output, log } = await stack.preview(...withPolicies());
      expect(log.violations()).toEqual([]);
      expect([status, output]).toEqual([0, expect.stringContaining("to create")]);
      expect(stack.account.resources()).toEqual([]);
    });

    it("is deployed whole", async () => {
      const { status, log } = await stack.up(...withPolicies());
      expect(log.errors()).toEqual([]);
      expect(log.violations()).toEqual([]);
      expect(status).toBe(0);
      expect(await lostAndOrphaned(stack)).toEqual([]);
    });

    it("waits no longer than its longest unavoidable chain", async () => {
      const { resources = [] } = await stack.state();
      const { engine, demanded } = waits(resources);
      console.log(`${file} takes about ${inWords(engine)}`);
      expect(engine.seconds).toBeLessThanOrEqual(1.1 * demanded.seconds);
    });

    it("has nothing to change then, neither by the program nor in the account", async () => {
      expect((await stack.preview("--expect-no-changes")).status).toBe(0);
      expect((await stack.refresh("--expect-no-changes")).status).toBe(0);
    });

    describe("a change that would lose data", () => keepsItsData(file, () => stack));

    describe("an ordinary change", () => goesThroughOrdinaryChanges(file, () => stack));

    it("does not go by mistake", async () => {
      const before = stack.account.resources().length;
      const { status, output } = await stack.destroyWithPreview();
      expect(status).not.toBe(0);
      expect(output).toMatch(/cannot be deleted|is protected|protected resource/);
      expect(stack.account.resources()).toHaveLength(before);
    });

    it("leaves nothing but what is meant to stay", async () => {
      stack.workspace.edit(giveUpProtection);
      const up = await stack.up();
      expect([up.log.errors(), up.status]).toEqual([[], 0]);
      const staying = new Set(stack.account.resources().flatMap(({ type }) => LEAVES[type] ?? []));
      const { status, log } = await stack.destroy();
      expect([log.errors(), status]).toEqual([[], 0]);
      expect(stack.account.resources()).toEqual([]);
      expect(await stack.state()).not.toHaveProperty("resources");
      const kinds = stack.account.remains().map(({ what }) => what.replace(/ .*/, ""));
      expect([...new Set(kinds)].sort()).toEqual([...staying].sort());
    });
  });
}
