import type { Rule } from "../../kernel/rule";
import { wafCloudfrontRegion } from "./waf-cloudfront-region";
import { wafHasRules } from "./waf-has-rules";
import { wafLogRedaction } from "./waf-log-redaction";
import { wafLogging } from "./waf-logging";
import { wafManagedCoreRules } from "./waf-managed-core-rules";
import { wafMetrics } from "./waf-metrics";
import { wafRateLimit } from "./waf-rate-limit";

export const wafRules: readonly Rule[] = [
  wafHasRules,
  wafMetrics,
  wafLogging,
  wafLogRedaction,
  wafManagedCoreRules,
  wafRateLimit,
  wafCloudfrontRegion,
];
