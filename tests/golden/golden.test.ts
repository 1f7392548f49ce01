import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { preview, STACKS, VIEWS } from "../preview";

const cases = STACKS.flatMap((stack) => VIEWS.map((view) => [stack, view] as const));

/** `Pulumi.insightshop-prod.yaml` and `insightshop-prod` are the same stack. */
const stackName = (stack: string): string => path.basename(stack).replace(/^Pulumi\.|\.yaml$/g, "");

describe.each(cases)("%s, %s view", (stack, view) => {
  const file = path.join(__dirname, `${stackName(stack)}.${view}.json`);

  it("declares what its golden manifest says, and breaks no mandatory rule", () => {
    const { status, stdout, stderr } = preview(stack, "--view", view, "--json");
    expect(stderr).toBe("");
    expect(status).toBe(0);

    const { manifest, findings } = JSON.parse(stdout);
    // An Output that was made into a text says so instead of its value.
    expect(stdout).not.toContain("[Output<T>]");
    const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
    if (process.env["GOLDEN"] === "write") writeFileSync(file, text);
    if (!existsSync(file)) throw new Error(`${file} is missing: run npm run golden and commit it`);
    // Compared as text first: equal manifests are the rule, and a deep comparison of unequal ones says where.
    const golden = readFileSync(file, "utf8");
    if (text !== golden) expect(manifest).toEqual(JSON.parse(golden));
    expect(text).toBe(golden);
    if (view === "deployed") expect(findings.undetermined).toEqual([]);
  }, 60_000);
});
