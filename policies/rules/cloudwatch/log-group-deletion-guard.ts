import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";

const name = "/shop/prod/audit";

export const logGroupDeletionGuard: Rule = {
  id: "log-group-deletion-guard",
  title: "Log groups that serve as evidence cannot be deleted by accident",
  severity: "low",
  controls: { nist: ["AU-9"] },
  why: "With the group goes the evidence of what happened, and nothing brings it back.",
  fix: "Set deletionProtectionEnabled to true, or the resource option protect.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  parameters: {
    names: {
      type: "array",
      items: { type: "string" },
      default: ["*audit*", "*cloudtrail*"],
      description: "Names of the log groups that serve as evidence; * stands for any text.",
    },
  },
  check({ resource, props, params: { names }, violated }) {
    const known = props.at("name").string() ?? props.at("namePrefix").string() ?? resource.name;
    if (!names.some((pattern: string) => matchesPattern(pattern, known))) return;
    const flag = props.at("deletionProtectionEnabled");
    const isGuarded = resource.protect || props.at("skipDestroy").isTrue() || flag.isTrue();
    if (!isGuarded) violated(flag, "true, or the option protect", "neither");
  },
  remedy: ({ set }) => set("deletionProtectionEnabled", true),
  cases: {
    resource: [
      good("by AWS", { name, deletionProtectionEnabled: true }),
      good("by Pulumi", { name }, { options: { protect: true } }),
      good("kept by the provider", { name, skipDestroy: "true" }),
      good("no evidence", { name: "/shop/prod/web" }),
      good("not named here", { name }, { params: { names: ["*/evidence"] } }),
      bad("provider's default left", { name }, "deletionProtectionEnabled"),
      bad("off", { namePrefix: "cloudtrail-", deletionProtectionEnabled: false }, "deletionProtectionEnabled"),
      bad("named here", { name: "/evidence" }, "deletionProtectionEnabled", { params: { names: ["*/evidence"] } }),
      unknown("flag not known", { name, deletionProtectionEnabled: UNKNOWN }, "deletionProtectionEnabled"),
      unknown("name not known", { name: UNKNOWN }, "name"),
    ],
  },
};
