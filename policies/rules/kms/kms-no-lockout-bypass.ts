import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const TYPES = [
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

export const kmsNoLockoutBypass: Rule = {
  id: "kms-no-lockout-bypass",
  title: "KMS checks that whoever sets a key's policy can change it again",
  severity: "medium",
  controls: { nist: ["CM-3"] },
  why: "A policy that nobody may change any more makes the key, and the data under it, unmanageable for good.",
  fix: "Remove bypassPolicyLockoutSafetyCheck.",
  url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  types: TYPES,
  check({ props, violated }) {
    const bypass = props.at("bypassPolicyLockoutSafetyCheck");
    if (bypass.isTrue()) violated(bypass, "false or absent", "true");
  },
  remedy: ({ set }) => set("bypassPolicyLockoutSafetyCheck", false),
  cases: {
    resource: [
      good("absent", {}),
      good("false", { bypassPolicyLockoutSafetyCheck: false }),
      ...TYPES.map((type) =>
        bad(`true, ${type}`, { bypassPolicyLockoutSafetyCheck: true }, "bypassPolicyLockoutSafetyCheck", { type }),
      ),
      bad("as text", { bypassPolicyLockoutSafetyCheck: "true" }, "bypassPolicyLockoutSafetyCheck"),
      unknown("not known", { bypassPolicyLockoutSafetyCheck: UNKNOWN }, "bypassPolicyLockoutSafetyCheck"),
    ],
  },
};
