import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const REPLICA = "aws:kms/replicaKey:ReplicaKey";

export const kmsDeletionGuard: Rule = {
  id: "kms-deletion-guard",
  title: "Keys are enabled and can be saved for a month after their deletion",
  severity: "high",
  controls: { fsbp: ["KMS.3"], nist: ["SC-12", "CP-2"] },
  references: { checkov: ["CKV_AWS_227"] },
  why: "With the key goes all data under it, backups included; the waiting period is the only way back.",
  fix: "Leave deletionWindowInDays at its default of 30, and isEnabled (enabled on a replica) at true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3",
  types: ["aws:kms/key:Key", REPLICA, "aws:kms/externalKey:ExternalKey"],
  parameters: {
    minimumDays: {
      type: "integer",
      minimum: 7,
      maximum: 30,
      default: 30,
      description: "Shortest waiting period of a deletion, in days.",
    },
  },
  check({ props, params, each, violated }) {
    const days = (): void => {
      const window = props.at("deletionWindowInDays");
      const value = window.number();
      if (value !== undefined && value < params.minimumDays)
        violated(window, `at least ${params.minimumDays} days or absent`, "fewer days", "window");
    };
    const enabled = (): void =>
      each([props.at("isEnabled"), props.at("enabled")], (flag) => {
        if (flag.isFalse()) violated(flag, "true or absent", "a disabled key", "disabled");
      });
    each([days, enabled], (part) => part());
  },
  cases: {
    resource: [
      good("provider's defaults left", {}),
      good("thirty days, enabled", { deletionWindowInDays: 30, isEnabled: true }),
      good("a week where that is enough", { deletionWindowInDays: 7 }, { params: { minimumDays: 7 } }),
      bad("a week", { deletionWindowInDays: 7 }, "deletionWindowInDays"),
      bad("as text", { deletionWindowInDays: "29" }, "deletionWindowInDays"),
      bad("fewer than configured", { deletionWindowInDays: 7 }, "deletionWindowInDays", {
        params: { minimumDays: 14 },
      }),
      bad("disabled", { isEnabled: false }, "isEnabled"),
      bad("a disabled replica", { enabled: "false" }, "enabled", { type: REPLICA }),
      unknown("days not known", { deletionWindowInDays: UNKNOWN }, "deletionWindowInDays"),
      unknown("state not known", { isEnabled: UNKNOWN }, "isEnabled"),
    ],
  },
};
