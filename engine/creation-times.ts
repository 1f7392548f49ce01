// How long AWS takes to make a resource, in seconds, for what takes longer than most. Orders of magnitude: they tell
// which chain is the longest, not how long a deployment takes to the second.
const SECONDS: { [type: string]: number } = {
  // "10-20 minutes": https://oneuptime.com/blog/post/2026-02-23-terraform-resources-long-creation-time/view
  "aws:rds/instance:Instance": 900,
  // 395 s for the plainest, 812 s with an update: https://github.com/hashicorp/terraform/pull/8275
  "aws:elasticache/replicationGroup:ReplicationGroup": 600,
  // "10-15 minutes": https://www.coddykit.com/courses/aws_solutions_architect/cloudfront-distributions-and-origins-10929233
  "aws:cloudfront/distribution:Distribution": 750,
  // Up to 15 minutes: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
  "aws:cloudfront/vpcOrigin:VpcOrigin": 600,
  // 2 min 54 s: https://github.com/DataBiosphere/azul/pull/5780
  "aws:lb/loadBalancer:LoadBalancer": 180,
  // More than a minute for each of two: https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/999
  "aws:ec2/natGateway:NatGateway": 110,
  // An estimate, on the long side for a gateway's: an interface comes up in each zone.
  "aws:ec2/vpcEndpoint:VpcEndpoint": 60,
  // Usually some minutes: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
  "aws:acm/certificateValidation:CertificateValidation": 180,
  // Until the changed record is in sync: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html
  "aws:route53/record:Record": 40,
  // An estimate: tasks start within a minute, then pass their health checks and take traffic.
  "aws:ecs/service:Service": 180,
  // 20 to 39 s: https://github.com/turbot/steampipe-plugin-aws/pull/246
  "aws:ec2/vpc:Vpc": 30,
  // 5 to 9 s: https://github.com/turbot/steampipe-plugin-aws/pull/246
  "aws:ec2/subnet:Subnet": 8,
};

/** An answer of AWS or two: security groups take 2 to 5 s (https://github.com/hashicorp-education/learn-terraform-variables/pull/6). */
const OTHERS = 3;

/** Seconds that AWS takes to make a resource of that type. */
export const creationSeconds = (type: string): number => SECONDS[type] ?? OTHERS;
