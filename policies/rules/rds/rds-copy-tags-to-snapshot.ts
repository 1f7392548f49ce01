import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE } from "./databases";

export const rdsCopyTagsToSnapshot: Rule = {
  id: "rds-copy-tags-to-snapshot",
  title: "Snapshots carry the tags of their database",
  severity: "low",
  controls: { fsbp: ["RDS.16", "RDS.17", "RDS.47", "RDS.48"], nist: ["CM-8"] },
  references: { checkov: ["CKV_AWS_313", "CKV2_AWS_60"] },
  why: "A snapshot without tags has no owner, and access rules that look at tags do not hold for it.",
  fix: "Set copyTagsToSnapshot to true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-17",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    const copied = props.at("copyTagsToSnapshot");
    if (!copied.isTrue()) violated(copied, "true", "snapshots without tags");
  },
  remedy: ({ set }) => set("copyTagsToSnapshot", true),
  cases: {
    resource: [
      good("copied", { copyTagsToSnapshot: true }),
      good("copied for a cluster, as text", { copyTagsToSnapshot: "true" }, { type: CLUSTER }),
      bad("AWS's default left", { engine: "postgres" }, "copyTagsToSnapshot"),
      bad("refused", { copyTagsToSnapshot: false }, "copyTagsToSnapshot"),
      bad("cluster, AWS's default left", {}, "copyTagsToSnapshot", { type: CLUSTER }),
      unknown("not known", { copyTagsToSnapshot: UNKNOWN }, "copyTagsToSnapshot"),
    ],
  },
};
