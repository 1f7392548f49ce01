import type { Level } from "./kernel/policies";
import type { Rule } from "./kernel/rule";
import { ENVIRONMENTS, type Environment, EXCEPTIONS, LEVELS, SETTINGS } from "./levels";
import { defaultLevelOf, rules } from "./pack";

/** Pulumi's own `--policy-pack-config` form: policy name to level, or to an object of level and parameters. */
export interface PolicyPackConfig {
  [policy: string]: Level | { [property: string]: unknown };
}

/** What a violation of the rule does in an environment. */
export function levelIn(environment: Environment, rule: Rule): Level {
  const exception = EXCEPTIONS.find((each) => each.rules.includes(rule.id))?.levels[environment];
  return exception ?? (rule.optIn ? "disabled" : LEVELS[environment][rule.severity]);
}

/** The configuration of an environment: only what differs from what the pack does by itself. */
export function configOf(environment: Environment): PolicyPackConfig {
  const entries = rules.flatMap((rule): [string, PolicyPackConfig[string]][] => {
    const level = levelIn(environment, rule);
    const parameters = parametersIn(environment, rule);
    const isDefault = level === defaultLevelOf(rule);
    if (parameters) return [[rule.id, { ...(!isDefault && { enforcementLevel: level }), ...parameters }]];
    return isDefault ? [] : [[rule.id, level]];
  });
  return Object.fromEntries(entries);
}

/** Production's configuration in which a rule that cannot be judged yet blocks as a broken one does. */
export const strictConfig = (): PolicyPackConfig => ({ ...configOf("production"), undetermined: "mandatory" });

/** The files of `config/` with their text; the first four bear the names of the profiles. */
export function configFiles(): [file: string, text: string][] {
  const configs = [
    ...ENVIRONMENTS.map((environment) => [environment, configOf(environment)] as const),
    ["strict", strictConfig()] as const,
  ];
  return configs.map(([name, config]) => [`${name}.json`, `${JSON.stringify(config, null, 2)}\n`]);
}

function parametersIn(environment: Environment, { id }: Rule): { [name: string]: unknown } | undefined {
  const settings = SETTINGS.filter(({ rule, values }) => rule === id && values[environment] !== undefined);
  if (settings.length === 0) return undefined;
  return Object.fromEntries(settings.map(({ parameter, values }) => [parameter, values[environment]]));
}
