import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import type { Severity } from "./kernel/rule";
import { ENVIRONMENTS, EXCEPTIONS, LEVELS, SETTINGS } from "./levels";
import { rules } from "./pack";
import { configFiles, configOf, levelIn, strictConfig } from "./environment-config";

const FOLDER = path.join(__dirname, "config");
const byId = new Map(rules.map((rule) => [rule.id, rule]));
const excepted = new Set(EXCEPTIONS.flatMap((exception) => exception.rules));
const SEVERITIES: Severity[] = ["critical", "high", "medium", "low"];

describe("the levels of an environment", () => {
  it.each([
    ["production", ["mandatory", "mandatory", "mandatory", "advisory"]],
    ["staging", ["mandatory", "mandatory", "mandatory", "advisory"]],
    ["development", ["mandatory", "mandatory", "advisory", "advisory"]],
    ["ephemeral", ["mandatory", "mandatory", "advisory", "advisory"]],
  ] as const)("%s: %p from critical to low", (environment, levels) => {
    expect(SEVERITIES.map((severity) => LEVELS[environment][severity])).toEqual(levels);
    for (const rule of rules.filter(({ id }) => !excepted.has(id))) {
      const level = rule.optIn ? "disabled" : levels[SEVERITIES.indexOf(rule.severity)];
      expect([rule.id, levelIn(environment, rule)]).toEqual([rule.id, level]);
    }
  });

  it("have no exception for a critical or high rule, and none for a rule that has to be asked for", () => {
    const severe = [...excepted].filter((id) => {
      const rule = byId.get(id);
      return rule?.optIn || (rule?.severity !== "medium" && rule?.severity !== "low");
    });
    expect(severe).toEqual([]);
  });

  it("are never stricter by exception, and no exception is without effect", () => {
    const rank = ["disabled", "advisory", "mandatory"];
    for (const { rules: ids, levels } of EXCEPTIONS) {
      for (const id of ids) {
        const severity = byId.get(id)?.severity ?? "low";
        const steps = ENVIRONMENTS.flatMap((environment) => {
          const level = levels[environment];
          return level ? rank.indexOf(LEVELS[environment][severity]) - rank.indexOf(level) : [];
        });
        expect([id, Math.min(...steps) >= 0, Math.max(...steps) > 0]).toEqual([id, true, true]);
      }
    }
  });

  it("have each exception and setting once, with a reason in a sentence", () => {
    const ids = EXCEPTIONS.flatMap((exception) => exception.rules);
    expect(ids).toEqual([...new Set(ids)]);
    const places = SETTINGS.map(({ rule, parameter }) => `${rule}.${parameter}`);
    expect(places).toEqual([...new Set(places)]);
    for (const { reason } of [...EXCEPTIONS, ...SETTINGS]) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it.each(SETTINGS.map((setting) => [`${setting.rule}.${setting.parameter}`, setting] as const))(
    "set %s to values that its schema takes, other than the default",
    (_name, { rule, parameter, values }) => {
      const { default: usual, ...schema } = byId.get(rule)?.parameters?.[parameter] ?? { default: undefined };
      const accepts = new Ajv().compile(schema);
      for (const value of Object.values(values)) {
        expect(accepts(value)).toBe(true);
        expect(value).not.toEqual(usual);
      }
    },
  );
});

describe("the configuration of an environment", () => {
  it("says only what the pack does not do by itself", () => {
    expect(configOf("development")).toEqual({
      "backup-cross-region-copy": "disabled",
      "backup-plan-retention": { minimumDays: 7 },
      "ecs-min-two-tasks": "disabled",
      "efs-multi-az": "disabled",
      "log-group-retention": { minimumDays: 7 },
      "nat-per-az": "disabled",
      "rds-multi-az": "disabled",
      "redis-automatic-failover": "disabled",
      "redis-multi-az": "disabled",
    });
  });

  it("has a level and parameters side by side where both differ", () => {
    expect(configOf("production")["log-group-retention"]).toEqual({ enforcementLevel: "mandatory", minimumDays: 30 });
  });

  it("is, when strict, production's with what stays open made mandatory", () => {
    expect(strictConfig()).toEqual({ ...configOf("production"), undetermined: "mandatory" });
  });

  it("is what the files hold: run npm run generate", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      configFiles()
        .map(([file]) => file)
        .sort(),
    );
    for (const [file, text] of configFiles()) {
      expect([file, readFileSync(path.join(FOLDER, file), "utf8")]).toEqual([file, text]);
    }
  });
});
