import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const MINIMUM_LENGTH = 14;
const REMEMBERED = 24;
const CLASSES = [
  "requireLowercaseCharacters",
  "requireNumbers",
  "requireSymbols",
  "requireUppercaseCharacters",
] as const;
const strong: { [property: string]: number | true } = {
  minimumPasswordLength: MINIMUM_LENGTH,
  passwordReusePrevention: REMEMBERED,
  ...Object.fromEntries(CLASSES.map((name) => [name, true])),
};

export const iamPasswordPolicy: Rule = {
  id: "iam-password-policy",
  title: "Passwords for the console are long, of four classes of characters and not used again",
  severity: "medium",
  controls: { fsbp: ["IAM.7"], cis: ["1.7", "1.8"], nist: ["IA-5(1)"] },
  references: {
    checkov: ["CKV_AWS_9", "CKV_AWS_10", "CKV_AWS_11", "CKV_AWS_12", "CKV_AWS_13", "CKV_AWS_14", "CKV_AWS_15"],
  },
  why: "Short passwords, and those that leaked elsewhere, are guessed by machines.",
  fix: `Set minimumPasswordLength to ${MINIMUM_LENGTH}, passwordReusePrevention to ${REMEMBERED} and the four require… to true.`,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-7",
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  check({ props, each, violated }) {
    eachWeak(props, each, (name, demanded) => {
      if (demanded === true) violated(name, "true", "false or nothing", name);
      else violated(name, `at least ${demanded}`, "less or nothing", name);
    });
  },
  remedy({ props, each, set }) {
    eachWeak(props, each, (name, demanded) => set(name, demanded));
  },
  cases: {
    resource: [
      good("strong", strong),
      good("stronger, as text", { ...strong, minimumPasswordLength: "20", requireNumbers: "true" }),
      bad("short", { ...strong, minimumPasswordLength: 8 }, "minimumPasswordLength"),
      bad("length left to AWS", { ...strong, minimumPasswordLength: undefined }, "minimumPasswordLength"),
      bad("used again", { ...strong, passwordReusePrevention: 5 }, "passwordReusePrevention"),
      bad(
        "used again, provider's default left",
        { ...strong, passwordReusePrevention: undefined },
        "passwordReusePrevention",
      ),
      ...CLASSES.flatMap((name) => [
        bad(`${name} off`, { ...strong, [name]: false }, name),
        bad(`${name} left to AWS`, { ...strong, [name]: undefined }, name),
      ]),
      bad("AWS's own policy", { minimumPasswordLength: 8, requireNumbers: "false" }, Object.keys(strong)),
      unknown("length not known", { ...strong, minimumPasswordLength: UNKNOWN }, "minimumPasswordLength"),
    ],
  },
};

/** Calls back for each setting that is weaker than demanded. */
function eachWeak(
  policy: Value,
  each: ResourceContext["each"],
  report: (name: string, demanded: number | true) => void,
): void {
  each(Object.entries(strong), ([name, demanded]) => {
    const value = policy.at(name);
    const isStrong = demanded === true ? value.isTrue() : (value.number() ?? 0) >= demanded;
    if (!isStrong) report(name, demanded);
  });
}
