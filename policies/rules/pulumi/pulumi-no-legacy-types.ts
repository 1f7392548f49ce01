import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

/** Types that still work, and what has taken their place; a package's name stands for all of its types. */
const LEGACY: { [type: string]: string } = {
  "aws:alb/listener:Listener": "aws.lb.Listener",
  "aws:alb/listenerCertificate:ListenerCertificate": "aws.lb.ListenerCertificate",
  "aws:alb/listenerRule:ListenerRule": "aws.lb.ListenerRule",
  "aws:alb/loadBalancer:LoadBalancer": "aws.lb.LoadBalancer",
  "aws:alb/targetGroup:TargetGroup": "aws.lb.TargetGroup",
  "aws:alb/targetGroupAttachment:TargetGroupAttachment": "aws.lb.TargetGroupAttachment",
  "aws:cloudfront/originAccessIdentity:OriginAccessIdentity": "aws.cloudfront.OriginAccessControl",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "aws.ec2.LaunchTemplate",
  "aws:ec2/securityGroupRule:SecurityGroupRule": "aws.vpc.SecurityGroupIngressRule and SecurityGroupEgressRule",
  "aws:elb/attachment:Attachment": "aws.lb.TargetGroupAttachment",
  "aws:elb/listenerPolicy:ListenerPolicy": "aws.lb.Listener",
  "aws:elb/loadBalancer:LoadBalancer": "aws.lb.LoadBalancer",
  "aws:elb/loadBalancerPolicy:LoadBalancerPolicy": "aws.lb.Listener",
  "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2": "aws.s3.BucketAccelerateConfiguration",
  "aws:s3/bucketAclV2:BucketAclV2": "aws.s3.BucketAcl",
  "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2": "aws.s3.BucketCorsConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2": "aws.s3.BucketLifecycleConfiguration",
  "aws:s3/bucketLoggingV2:BucketLoggingV2": "aws.s3.BucketLogging",
  "aws:s3/bucketObject:BucketObject": "aws.s3.BucketObjectv2",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2": "aws.s3.BucketObjectLockConfiguration",
  "aws:s3/bucketRequestPaymentConfigurationV2:BucketRequestPaymentConfigurationV2":
    "aws.s3.BucketRequestPaymentConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2":
    "aws.s3.BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketV2:BucketV2": "aws.s3.Bucket",
  "aws:s3/bucketVersioningV2:BucketVersioningV2": "aws.s3.BucketVersioning",
  "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2": "aws.s3.BucketWebsiteConfiguration",
  "aws:waf/rule:Rule": "aws.wafv2.RuleGroup",
  "aws:waf/ruleGroup:RuleGroup": "aws.wafv2.RuleGroup",
  "aws:waf/webAcl:WebAcl": "aws.wafv2.WebAcl",
  "aws:wafregional/rule:Rule": "aws.wafv2.RuleGroup",
  "aws:wafregional/ruleGroup:RuleGroup": "aws.wafv2.RuleGroup",
  "aws:wafregional/webAcl:WebAcl": "aws.wafv2.WebAcl",
};
const GROUP = "aws:autoscaling/group:Group";
const SERVICE = "aws:ecs/service:Service";

export const pulumiNoLegacyTypes: Rule = {
  id: "pulumi-no-legacy-types",
  title: "No resource is of a type that another has replaced",
  severity: "low",
  controls: {
    fsbp: [
      ...["2", "3", "7", "8", "9", "10", "14"].map((number) => `ELB.${number}`),
      ...["1", "2", "3", "4", "6", "7", "8"].map((number) => `WAF.${number}`),
    ],
    nist: ["CM-2", "SA-22"],
  },
  references: {
    checkov: ["CKV_AWS_196", "CKV_AWS_198"],
    cdkNag: [...["1", "3", "4", "5"].map((number) => `AwsSolutions-ELB${number}`), "AwsSolutions-CFR6"],
  },
  why: "The old types get no new features, disappear with a major version, and mixed with the new ones they fight.",
  fix: "Declare the type that is named, with the old one in aliases or by import, so that nothing is replaced.",
  url: "https://www.pulumi.com/registry/packages/aws/how-to-guides/7-0-migration/",
  types: [...Object.keys(LEGACY), GROUP, SERVICE],
  check({ resource, props, each, violated }) {
    const successor = LEGACY[resource.type];
    if (successor !== undefined) violated("type", successor, "the type that it replaces");
    const classic =
      resource.type === SERVICE
        ? props
            .at("loadBalancers")
            .list()
            .map((entry) => entry.at("elbName"))
        : [];
    if (resource.type === GROUP) classic.push(...props.at("loadBalancers").list());
    each(classic, (name) => {
      if (name.isSet() && name.string()) violated(name, "a target group", "a Classic Load Balancer");
    });
  },
  cases: {
    resource: [
      good("a service behind a target group", { loadBalancers: [{ targetGroupArn: UNKNOWN }] }, { type: SERVICE }),
      good("an instance group behind target groups", { targetGroupArns: [UNKNOWN] }, { type: GROUP }),
      ...Object.keys(LEGACY).map((type) => bad(type, {}, "type", { type })),
      bad("a service behind a classic one", { loadBalancers: [{ elbName: "web" }] }, "loadBalancers[0].elbName", {
        type: SERVICE,
      }),
      bad("an instance group behind a classic one", { loadBalancers: ["web"] }, "loadBalancers[0]", { type: GROUP }),
      unknown("load balancers not known", { loadBalancers: UNKNOWN }, "loadBalancers", { type: GROUP }),
      unknown("a service's load balancers not known", { loadBalancers: UNKNOWN }, "loadBalancers", { type: SERVICE }),
    ],
  },
};
