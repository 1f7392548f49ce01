import { readFileSync } from "node:fs";
import path from "node:path";
import { readRelease, RELEASES, releases, restore } from "../../engine/releases";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { dataLost, renamed } from "./upgrade-problems";

const RECORDED = releases();

it("every released version is recorded", () => {
  const changelog = readFileSync(path.join(RELEASES, "../../../CHANGELOG.md"), "utf8");
  const released = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(([, version]) => version);
  expect(released).not.toEqual([]);
  expect([...new Set(RECORDED.map(({ version }) => version))].sort()).toEqual(released.sort());
});

describe.each(RECORDED.map((release) => ({ ...release, name: path.basename(release.stackFile), release })))(
  "an upgrade of $name from $version",
  ({ release }) => {
    let stack: EngineStack;
    beforeAll(async () => {
      stack = await EngineStack.create(repositoryProject(release.stackFile, "bundle"));
      const { deployment, resources } = readRelease(release);
      // Protection would end the preview at the first of several problems.
      const open = deployment.resources?.map((resource) => ({ ...resource, protect: false })) ?? [];
      await restore(stack, { deployment: { ...deployment, resources: open }, resources });
      expect(await lostAndOrphaned(stack)).toEqual([]);
    });
    afterAll(() => stack.dispose());

    it("is previewed without a loss, and what bears another name has an alias", async () => {
      const { log, status } = await stack.preview();
      expect([log.errors(), status]).toEqual([[], 0]);
      expect(dataLost(log.steps())).toEqual([]);
      expect(renamed(log.steps())).toEqual([]);
    });

    it("is deployed whole, and leaves nothing to change", async () => {
      const { log, status } = await stack.up();
      expect([log.errors(), status]).toEqual([[], 0]);
      expect(dataLost(log.steps())).toEqual([]);
      expect(await lostAndOrphaned(stack)).toEqual([]);
      expect((await stack.preview("--expect-no-changes")).status).toBe(0);
    });
  },
);
