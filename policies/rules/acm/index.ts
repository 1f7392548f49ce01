import type { Rule } from "../../kernel/rule";
import { acmAutoRenewing } from "./acm-auto-renewing";
import { acmCloudfrontRegion } from "./acm-cloudfront-region";
import { acmKeyStrength } from "./acm-key-strength";
import { acmNoWildcard } from "./acm-no-wildcard";
import { acmTransparencyLogging } from "./acm-transparency-logging";

export const acmRules: readonly Rule[] = [
  acmKeyStrength,
  acmAutoRenewing,
  acmTransparencyLogging,
  acmNoWildcard,
  acmCloudfrontRegion,
];
