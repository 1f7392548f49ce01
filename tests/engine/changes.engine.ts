import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Changes, labelOf } from "../../engine/events";
import { EngineStack } from "../../engine/stack";
import { repositoryProject } from "../../engine/workspace";
import { lostAndOrphaned } from "./lost-and-orphaned";
import { losses, ordinaryChanges } from "./ordinary-changes";

// What each change does, resource by resource; `GOLDEN=write` writes it anew, and the difference is read like code.
const GOLDEN = path.join(__dirname, "ordinary-changes.json");
const WRITE = process.env["GOLDEN"] === "write";
const golden = JSON.parse(readFileSync(GOLDEN, "utf8")) as { [name: string]: Changes };

function writeGolden(): void {
  writeFileSync(GOLDEN, JSON.stringify(golden));
  execFileSync(process.execPath, [require.resolve("prettier/bin/prettier.cjs"), "--write", GOLDEN]);
}

async function deployed(): Promise<EngineStack> {
  const stack = await EngineStack.create(repositoryProject("Pulumi.dev.yaml", "bundle"));
  const { log, status } = await stack.up();
  expect([log.errors(), status]).toEqual([[], 0]);
  return stack;
}

/** Gives a resource up by its name, as the engine's own message tells. */
async function unprotect(stack: EngineStack, labels: string[]): Promise<void> {
  const { resources = [] } = await stack.state();
  for (const { urn } of resources.filter(({ urn }) => labels.includes(labelOf(urn)))) {
    const { status, output } = await stack.pulumi("state", "unprotect", urn, "--yes").ended;
    expect([output, status]).toEqual([expect.any(String), 0]);
  }
}

describe("an ordinary change", () => {
  let stack: EngineStack;
  beforeAll(async () => void (stack = await deployed()));
  afterAll(() => {
    if (WRITE) writeGolden();
    stack.dispose();
  });

  it.each(ordinaryChanges)("touches what it must and nothing else: $name", async ({ name, edit, unprotect: given }) => {
    stack.workspace.edit(edit);
    if (given) await unprotect(stack, given);
    const { log, status } = await stack.up();
    expect([log.errors(), status]).toEqual([[], 0]);
    if (WRITE) golden[name] = log.changes();
    expect(log.changes()).toEqual(golden[name]);
  });

  it("leaves nothing behind in the account that the engine does not know", async () => {
    expect(await lostAndOrphaned(stack)).toEqual([]);
  });
});

describe("a change that would lose data", () => {
  let stack: EngineStack;
  beforeAll(async () => void (stack = await deployed()));
  afterAll(() => stack.dispose());

  it.each(losses)("fails the preview, which says how to go on: $name", async ({ edit, resource }) => {
    const restore = stack.workspace.edit(edit);
    try {
      const { log, status } = await stack.preview();
      expect(status).not.toBe(0);
      const told = log.errors().filter((error) => resource.test(error.resource ?? ""));
      expect(told).not.toEqual([]);
      told.forEach(({ message }) => {
        expect(message).toMatch(/marked for protection|is protected/);
        expect(message).toMatch(/unprotect/);
      });
    } finally {
      restore();
    }
  });

  it("is made when it is asked for by name", async () => {
    const resource = "random:index/randomPassword:RandomPassword secret-key-value";
    await unprotect(stack, [resource]);
    stack.workspace.edit((config) => (config["platform:secrets"].SECRET_KEY.generate.length = 32));
    const { log, status } = await stack.up();
    expect([log.errors(), status]).toEqual([[], 0]);
    expect(log.changes()).toEqual({ created: [], updated: [], replaced: [resource], deleted: [] });
  });
});
