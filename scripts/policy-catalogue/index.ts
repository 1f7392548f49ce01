import { rules } from "../../policies/pack";
import { catalogueOf } from "./catalogue";
import { coverageOf } from "./coverage";
import { coveragePage } from "./coverage-page";
import { policiesPage } from "./policies-page";

/** The files of `docs/` that are generated from the rules, with their text. */
export function cataloguePages(): { [file: string]: string } {
  const services = catalogueOf(rules);
  const coverage = coverageOf(rules);
  return {
    "policies.md": policiesPage(services, coverage),
    "policies.json": json({
      rules: services.flatMap((each) => each.rules.map((rule) => ({ service: each.service, ...rule }))),
    }),
    "policy-coverage.md": coveragePage(coverage),
    "policy-coverage.json": json(coverage),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
