import type { Rule } from "../kernel/rule";
import { acmRules } from "./acm";
import { cloudfrontRules } from "./cloudfront";
import { cloudwatchRules } from "./cloudwatch";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { elasticacheRules } from "./elasticache";
import { eventsRules } from "./events";
import { iamRules } from "./iam";
import { kmsRules } from "./kms";
import { pulumiRules } from "./pulumi";
import { rdsRules } from "./rds";
import { s3Rules } from "./s3";
import { secretsRules } from "./secrets";
import { snsRules } from "./sns";
import { vpcRules } from "./vpc";
import { wafRules } from "./waf";

const serviceRules: readonly Rule[] = [
  ...acmRules,
  ...cloudfrontRules,
  ...cloudwatchRules,
  ...ecrRules,
  ...ecsRules,
  ...elasticacheRules,
  ...eventsRules,
  ...iamRules,
  ...kmsRules,
  ...rdsRules,
  ...s3Rules,
  ...secretsRules,
  ...snsRules,
  ...vpcRules,
  ...wafRules,
];

/** Every rule of the pack, by service; those about Pulumi's own options look at what the others check. */
export const rules: readonly Rule[] = [...serviceRules, ...pulumiRules(serviceRules)];
