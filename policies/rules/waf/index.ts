import type { Rule } from "../../kernel/rule";
import { wafCloudfrontRegion } from "./waf-cloudfront-region";
import { wafManagedCoreRules } from "./waf-managed-core-rules";

export const wafRules: readonly Rule[] = [wafManagedCoreRules, wafCloudfrontRegion];
