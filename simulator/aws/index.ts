import { acm } from "./acm";
import { appautoscaling } from "./appautoscaling";
import { awsx } from "./awsx";
import { backup } from "./backup";
import { chatbot } from "./chatbot";
import { cloudfront } from "./cloudfront";
import { cloudwatch } from "./cloudwatch";
import { costs } from "./costs";
import { ec2, ec2Invokes } from "./ec2";
import { ecr } from "./ecr";
import { ecs } from "./ecs";
import { efs } from "./efs";
import { elasticache } from "./elasticache";
import { events } from "./events";
import { iam } from "./iam";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { lb } from "./lb";
import { logDelivery } from "./log-delivery";
import { operations } from "./operations";
import { random } from "./random";
import { rds } from "./rds";
import { route53 } from "./route53";
import { route53Resolver } from "./route53-resolver";
import { s3 } from "./s3";
import { scheduler } from "./scheduler";
import { secretsmanager } from "./secretsmanager";
import { servicediscovery } from "./servicediscovery";
import { sesv2 } from "./sesv2";
import { sfn } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { synthetics } from "./synthetics";
import { wafv2 } from "./wafv2";
import type { InvokeSimulations, Simulations } from "./simulation";

/** Every resource type that the simulated AWS knows. */
export const simulations: Simulations = {
  ...acm,
  ...appautoscaling,
  ...awsx,
  ...backup,
  ...chatbot,
  ...cloudfront,
  ...cloudwatch,
  ...costs,
  ...ec2,
  ...ecr,
  ...ecs,
  ...efs,
  ...elasticache,
  ...events,
  ...iam,
  ...kms,
  ...lambda,
  ...lb,
  ...logDelivery,
  ...operations,
  ...random,
  ...rds,
  ...route53,
  ...route53Resolver,
  ...s3,
  ...scheduler,
  ...secretsmanager,
  ...servicediscovery,
  ...sesv2,
  ...sfn,
  ...sns,
  ...sqs,
  ...synthetics,
  ...wafv2,
};

/** Every look-up that the simulated AWS answers. */
export const invokeSimulations: InvokeSimulations = { ...ec2Invokes };
