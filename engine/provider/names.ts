// The longest name that AWS takes for a type; the real provider generates none that is longer than 255.
const LONGEST: { [type: string]: number } = {
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  "aws:lb/loadBalancer:LoadBalancer": 32,
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
  "aws:lb/targetGroup:TargetGroup": 32,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  "aws:iam/role:Role": 64,
  "aws:iam/policy:Policy": 128,
  "aws:iam/rolePolicy:RolePolicy": 128,
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": 60,
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": 60,
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
  "aws:wafv2/webAcl:WebAcl": 128,
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
  "aws:sqs/queue:Queue": 80,
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  "aws:lambda/function:Function": 64,
  // https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
  "aws:scheduler/schedule:Schedule": 64,
  "aws:scheduler/scheduleGroup:ScheduleGroup": 64,
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
  "aws:backup/vault:Vault": 50,
};

const LONGEST_GENERATED = 255;

/** What is wrong with a name of that type, in words. */
export function nameProblem(type: string, name: string): string | undefined {
  const most = LONGEST[type] ?? LONGEST_GENERATED;
  return name.length > most ? `"${name}" has ${name.length} characters, and AWS takes at most ${most} here` : undefined;
}
