import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { regionOf } from "../../kernel/region";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";

const vault = (region: string) => ({ destinationVaultArn: `arn:aws:backup:${region}:123456789012:backup-vault:x` });
const copied = (...copyActions: unknown[]) => ({ region: "eu-west-1", rules: [{ ruleName: "daily", copyActions }] });

export const backupCrossRegionCopy: Rule = {
  id: "backup-cross-region-copy",
  title: "Backup plans copy recovery points to another region",
  severity: "low",
  controls: { nist: ["CP-6"] },
  why: "When a region is lost or shut, backups in it are of no use.",
  fix: "Give a rule of the plan copyActions with the ARN of a vault in another region.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html",
  types: ["aws:backup/plan:Plan"],
  check({ resource, props, violated }) {
    const rules = props.at("rules").list();
    const copies = rules.flatMap((rule) => rule.at("copyActions").list());
    if (copies.length === 0) violated("rules", "a rule with copyActions", "no copies");
    else if (copies.every((copy) => isInRegion(copy.at("destinationVaultArn"), resource)))
      violated("rules", "copies to another region", "copies in the same region");
  },
  cases: {
    resource: [
      good("another region", copied(vault("eu-central-1"))),
      good("one rule of two", {
        ...copied(vault("eu-central-1")),
        rules: [{}, ...copied(vault("eu-central-1")).rules],
      }),
      good("one copy of two", copied(vault("eu-west-1"), vault("eu-central-1"))),
      bad("no copies", { rules: [{ ruleName: "daily" }] }, "rules"),
      bad("an empty list", copied(), "rules"),
      bad("the same region", copied(vault("eu-west-1")), "rules"),
      bad("the provider's region", { rules: copied(vault("eu-west-1")).rules }, "rules", {
        options: { providerRegion: "eu-west-1" },
      }),
      unknown("vault not known", copied({ destinationVaultArn: UNKNOWN }), "destinationVaultArn"),
      unknown("copies not known", { rules: [{ copyActions: UNKNOWN }] }, "copyActions"),
      unknown("region not known", { rules: copied(vault("eu-west-1")).rules }, "region"),
    ],
  },
};

const isInRegion = (vaultArn: Value, plan: Subject): boolean => vaultArn.string()?.split(":")[3] === regionOf(plan);
