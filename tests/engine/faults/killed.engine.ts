import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { EngineStack, StateResource } from "../../../engine/stack";
import { nameOf } from "../../../engine/urn";
import { contentOf, newStack, upWhole } from "./failing";

describe("a process that is killed in the middle of an update", () => {
  it("leaves a lock and a list, from which the stack is brought to its end", async () => {
    const [undisturbed, stack] = await Promise.all([newStack("Pulumi.dev.yaml"), newStack("Pulumi.dev.yaml")]);
    try {
      await upWhole(undisturbed);
      await killWhileCreating(stack);

      const locked = await stack.up();
      expect(locked.status).not.toBe(0);
      expect(locked.output).toMatch(/currently locked by 1 lock.*pulumi cancel/s);
      expect((await stack.pulumi("cancel", "--yes").ended).status).toBe(0);

      await adoptInterrupted(stack);
      await upWhole(stack);
      // A password that was never used is made anew.
      const owned = (of: EngineStack): string[] => contentOf(of).map(({ urn, id }) => `${urn} ${id}`);
      expect([...new Set(owned(stack))]).toEqual(owned(undisturbed));
    } finally {
      [undisturbed, stack].forEach((each) => each.dispose());
    }
  });
});

/** Without a warning that would let it finish what it began; AWS finishes it all the same. */
async function killWhileCreating(stack: EngineStack): Promise<void> {
  stack.disturb({ milliseconds: { create: { "*": 1500 } } });
  const { ended, process } = stack.start();
  let over = false;
  void ended.finally(() => (over = true));
  while (stack.account.resources().length < 20 && !over) await setTimeout(100);
  expect(over ? (await ended).output : "").toBe("");
  process.kill("SIGKILL");
  await ended;
  for (let before = -1; stack.account.resources().length > before; await setTimeout(5000)) {
    before = stack.account.resources().length;
  }
  stack.disturb({});
  stack.repairCheckpoint();
}

/** What docs/runbooks/deployment.md says to do with the operations that were interrupted. */
async function adoptInterrupted(stack: EngineStack): Promise<void> {
  const { pending_operations: interrupted = [] } = await stack.state();
  expect(interrupted.length).toBeGreaterThan(0);
  const refresh = await stack.refresh("--clear-pending-creates");
  expect([refresh.log.errors(), refresh.status]).toEqual([[], 0]);

  const made = interrupted.flatMap(({ resource }) => {
    const standing = stack.account.resources().find(({ urn }) => urn === resource.urn);
    return standing && resource.type.startsWith("aws:") ? [{ ...resource, id: standing.id }] : [];
  });
  const file = path.join(stack.workspace.folder, "interrupted.json");
  writeFileSync(file, JSON.stringify(importFile(made)));
  const adopted = await stack.pulumi("import", "--file", file, "--yes", "--generate-code=false", "--skip-preview")
    .ended;
  expect([adopted.output, adopted.status]).toEqual([expect.any(String), 0]);
}

/** https://www.pulumi.com/docs/iac/guides/migration/import/#bulk-import-operations */
function importFile(resources: StateResource[]): object {
  const urns = resources.flatMap(({ parent, provider }) => [parent ?? "", providerUrn(provider)]);
  const names = new Map([...new Set(urns)].map((urn, place) => [urn, `n${place}`]));
  return {
    nameTable: Object.fromEntries([...names].map(([urn, name]) => [name, urn])),
    resources: resources.map(({ urn, type, id, parent = "", provider }) => ({
      type,
      name: nameOf(urn),
      id,
      parent: names.get(parent),
      provider: names.get(providerUrn(provider)),
    })),
  };
}

const providerUrn = (reference = ""): string => reference.replace(/::[^:]*$/, "");
