import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../preview";
import type { DeployedStack } from "../program/deployed-stack";
import { deployedStacks } from "../program/deployed-stacks";
import { stackName } from "../program/stack-file";
import { expectedWays } from "./expected";
import { matrixPage } from "./matrix";
import { placesOf } from "./places";
import { type OpenWay, Reachability } from "./reachability";
import { waysOutOf } from "./routes";

const subnetsOf = (stack: DeployedStack, tier: string): string[] =>
  stack.all("aws:ec2/subnet:Subnet").flatMap(({ props }) => (props.tags.tier === tier ? [props.id] : []));

const sorted = (ways: OpenWay[]): string[] =>
  ways.map(({ from, to, ports }) => `${from} → ${to}: ${ports.join(", ")}`).sort();

describe.each(deployedStacks())("%s", (file, deployed) => {
  it("opens the ways that the stack file asks for, and no other", async () => {
    const stack = await deployed();
    expect(sorted(new Reachability(stack).open())).toEqual(sorted(expectedWays(stack.config)));
  }, 60_000);

  it("leaves isolated subnets without a way out, and puts there what holds data", async () => {
    const stack = await deployed();
    const isolated = subnetsOf(stack, "isolated");
    for (const subnet of isolated) {
      expect(waysOutOf(subnet, stack)).toEqual({ nat: false, internet: false, ipv6: "none", s3: true });
    }
    const holders = placesOf(stack).filter(({ name }) => /^(database|cache|files)/.test(name));
    const place = isolated.length > 0 ? isolated : subnetsOf(stack, "private");
    holders.forEach(({ subnets }) => expect(place).toEqual(expect.arrayContaining(subnets)));
    const { database, cache, files } = stack.config;
    const declared = [
      ...(database ? ["database"] : []),
      ...(cache ? ["cache"] : []),
      ...Object.keys(files).map((name) => `files ${name}`),
    ];
    expect(holders.map(({ name }) => name)).toEqual(expect.arrayContaining(declared));
  }, 60_000);

  it("gives public addresses, and public subnets, to nothing but a load balancer that faces the internet", async () => {
    const stack = await deployed();
    const open = subnetsOf(stack, "public");
    const inside = placesOf(stack).filter(({ outside }) => outside === undefined);
    const exposed = inside.filter(
      ({ isPublic, subnets }) => isPublic || subnets.some((subnet) => open.includes(subnet)),
    );
    expect(exposed.map(({ name }) => name)).toEqual(stack.config.cdn ? [] : ["load balancer"]);
    [...subnetsOf(stack, "private"), ...subnetsOf(stack, "isolated")].forEach((subnet) => {
      expect(waysOutOf(subnet, stack)).toMatchObject({ internet: false });
      expect(waysOutOf(subnet, stack).ipv6).not.toBe("both");
    });
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
