import type { Config } from "./stack-files";

/** Changes what stands under a key of the stack file. */
export function set(config: Config, key: string, values: Config): void {
  config[key] = { ...config[key], ...values };
}

/** The service that users meet first. */
export const front = (config: Config): Config => Object.values(config["platform:services"])[0] as Config;

/** What uses something: services and scheduled tasks. */
export function users(config: Config): Config[] {
  const sections = [config["platform:services"], config["platform:schedules"] ?? {}];
  return sections.flatMap((section) => Object.values(section) as Config[]);
}

/** Production gives no protection up without a reason. */
function giveReason(config: Config, keys: string[], reason: string): void {
  if (config["platform:profile"] !== "production") return;
  set(config, "platform:reasons", Object.fromEntries(keys.map((key) => [key, reason])));
}

/** What the stack file says before a CDN can go or come: docs/runbooks/deployment.md tells people the same. */
export function letLoadBalancerGo(config: Config): void {
  set(config, "platform:loadBalancer", { deletionProtection: false });
  giveReason(config, ["loadBalancer.deletionProtection"], "The CDN changes this evening");
}

export function removeCdn(config: Config): void {
  delete config["platform:cdn"];
  giveReason(config, ["cdn"], "The application is reached without one for a while");
}

export function addCdn(config: Config): void {
  set(config, "platform:cdn", {});
  delete config["platform:reasons"]?.cdn;
}

/** What the stack file of a stack says that is about to go: docs/runbooks/deployment.md tells people the same. */
export function giveUpProtection(config: Config): void {
  config["platform:protect"] = false;
  const given = ["platform:database", "platform:loadBalancer"];
  given.forEach((key) => set(config, key, { deletionProtection: false }));
  const keys = ["protect", "database.deletionProtection", "loadBalancer.deletionProtection"];
  giveReason(config, keys, "The stack is being torn down on purpose");
}
