import type { Rule } from "../kernel/rule";
import { acmRules } from "./acm";
import { albRules } from "./alb";
import { backupRules } from "./backup";
import { cloudfrontRules } from "./cloudfront";
import { cloudwatchRules } from "./cloudwatch";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { elasticacheRules } from "./elasticache";
import { eventsRules } from "./events";
import { iamRules } from "./iam";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda";
import { pulumiRules } from "./pulumi";
import { rdsRules } from "./rds";
import { route53Rules } from "./route53";
import { s3Rules } from "./s3";
import { schedulerRules } from "./scheduler";
import { secretsRules } from "./secrets";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { vpcRules } from "./vpc";
import { wafRules } from "./waf";

const serviceRules: readonly Rule[] = [
  ...acmRules,
  ...albRules,
  ...backupRules,
  ...cloudfrontRules,
  ...cloudwatchRules,
  ...ecrRules,
  ...ecsRules,
  ...efsRules,
  ...elasticacheRules,
  ...eventsRules,
  ...iamRules,
  ...kmsRules,
  ...lambdaRules,
  ...rdsRules,
  ...route53Rules,
  ...s3Rules,
  ...schedulerRules,
  ...secretsRules,
  ...snsRules,
  ...sqsRules,
  ...vpcRules,
  ...wafRules,
];

/** Every rule of the pack, by service; those about Pulumi's own options look at what the others check. */
export const rules: readonly Rule[] = [...serviceRules, ...pulumiRules(serviceRules)];
