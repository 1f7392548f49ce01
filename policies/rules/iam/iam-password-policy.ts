import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const MINIMUM_LENGTH = 14;
const REMEMBERED = 24;
const CLASSES = [
  "requireLowercaseCharacters",
  "requireNumbers",
  "requireSymbols",
  "requireUppercaseCharacters",
] as const;
const strong = {
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
    const minimums = [
      ["minimumPasswordLength", MINIMUM_LENGTH],
      ["passwordReusePrevention", REMEMBERED],
    ] as const;
    const number = ([name, minimum]: (typeof minimums)[number]): void => {
      if ((props.at(name).number() ?? 0) < minimum) violated(name, `at least ${minimum}`, "less or nothing", name);
    };
    const flag = (name: string): void => {
      if (!props.at(name).isTrue()) violated(name, "true", "false or nothing", name);
    };
    each(minimums, number);
    each(CLASSES, flag);
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
      unknown("length not known", { ...strong, minimumPasswordLength: UNKNOWN }, "minimumPasswordLength"),
    ],
  },
};
