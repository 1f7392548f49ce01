import type { Rule } from "../../kernel/rule";
import { acmCloudfrontRegion } from "./acm-cloudfront-region";
import { acmKeyStrength } from "./acm-key-strength";

export const acmRules: readonly Rule[] = [acmKeyStrength, acmCloudfrontRegion];
