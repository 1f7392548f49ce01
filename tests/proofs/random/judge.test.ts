import { preview } from "../../preview";
import { Runner } from "../program/runner";
import { orderOf } from "../program/stack-file";
import { judge } from "./judge";

const runner = new Runner();
afterAll(() => runner.stop());

interface Finding {
  rule: string;
  urn: string;
  level: string;
}

const told = (findings: Finding[]): string[] =>
  [...new Set(findings.map(({ rule, urn, level }) => `${level} ${rule} ${urn}`))].sort();

it("judges a stack as the policy pack does", async () => {
  const { stdout } = preview("dev", "--view", "preview", "--json");
  const { violations } = (JSON.parse(stdout) as { findings: { violations: Finding[] } }).findings;
  const recording = await runner.record(orderOf("dev", "preview"));
  expect(told(judge(recording, "development").broken)).toEqual(told(violations));
  expect(violations.length).toBeGreaterThan(0);
}, 120_000);
