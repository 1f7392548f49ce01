import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const REPLICA = "aws:kms/replicaKey:ReplicaKey";
/** What AWS takes by default, and the longest that it takes. */
const DEFAULT_DAYS = 30;

const isShorter = (window: Value, days: number): boolean => (window.number() ?? DEFAULT_DAYS) < days;

export const kmsDeletionGuard: Rule = {
  id: "kms-deletion-guard",
  title: "Keys are enabled and can be saved for a month after their deletion",
  severity: "high",
  controls: { fsbp: ["KMS.3"], nist: ["SC-12", "CP-2"] },
  references: { checkov: ["CKV_AWS_227"] },
  why: "With the key goes all data under it, backups included; the waiting period is the only way back.",
  fix: `Leave deletionWindowInDays at its default of ${DEFAULT_DAYS}, and isEnabled (enabled on a replica) at true.`,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-3",
  types: ["aws:kms/key:Key", REPLICA, "aws:kms/externalKey:ExternalKey"],
  parameters: {
    minimumDays: {
      type: "integer",
      minimum: 7,
      maximum: DEFAULT_DAYS,
      default: DEFAULT_DAYS,
      description: "Shortest waiting period of a deletion, in days.",
    },
  },
  check({ props, params, each, violated }) {
    const days = (): void => {
      const window = props.at("deletionWindowInDays");
      if (isShorter(window, params.minimumDays))
        violated(window, `at least ${params.minimumDays} days or absent`, "fewer days", "window");
    };
    const enabled = (): void =>
      each([props.at("isEnabled"), props.at("enabled")], (flag) => {
        if (flag.isFalse()) violated(flag, "true or absent", "a disabled key", "disabled");
      });
    each([days, enabled], (part) => part());
  },
  // Why a key is disabled, nothing tells.
  remedy({ props, params, set }) {
    const window = props.at("deletionWindowInDays");
    if (isShorter(window, params.minimumDays)) set(window, DEFAULT_DAYS);
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
      bad("disabled", { isEnabled: false }, "isEnabled", { remediable: false }),
      bad("a disabled replica", { enabled: "false" }, "enabled", { type: REPLICA, remediable: false }),
      bad(
        "disabled, and a week",
        { isEnabled: false, deletionWindowInDays: 7 },
        ["isEnabled", "deletionWindowInDays"],
        {
          remediable: false,
        },
      ),
      unknown("days not known", { deletionWindowInDays: UNKNOWN }, "deletionWindowInDays"),
      unknown("state not known", { isEnabled: UNKNOWN }, "isEnabled"),
    ],
  },
};
