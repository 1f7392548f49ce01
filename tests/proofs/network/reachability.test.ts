import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../preview";
import { deployedStacks } from "../program/deployed-stacks";
import { stackName } from "../program/stack-file";
import { expectedWays } from "./expected";
import { matrixPage } from "./matrix";
import { type OpenWay, Reachability } from "./reachability";

const sorted = (ways: OpenWay[]): string[] =>
  ways.map(({ from, to, ports }) => `${from} → ${to}: ${ports.join(", ")}`).sort();

describe.each(deployedStacks())("%s", (file, deployed) => {
  it("opens the ways that the stack file asks for, and no other", async () => {
    const stack = await deployed();
    expect(sorted(new Reachability(stack).open())).toEqual(sorted(expectedWays(stack.config)));
  }, 60_000);

  it("has its table of who reaches whom", async () => {
    const reachability = new Reachability(await deployed());
    const places = reachability.places.map(({ name }) => name);
    const name = stackName(file);
    const page = path.join(ROOT, "tests/golden", `${name}.reachability.md`);
    const text = matrixPage(name, places, reachability.open());
    if (process.env["GOLDEN"] === "write") writeFileSync(page, text);
    if (!existsSync(page)) throw new Error(`${page} is missing: run npm run golden and commit it`);
    expect(readFileSync(page, "utf8")).toBe(text);
  }, 60_000);
});
