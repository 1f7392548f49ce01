import type { Properties } from "@platform/simulator";

/** Whether the change of an input replaces the resource by reason of what the inputs say before and after. */
type Condition = (input: string, olds: Properties, news: Properties) => boolean;

const RULE_SOURCES = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** Another source of the same kind is taken on: `ModifyPlan` of ec2/vpc_security_group_ingress_rule.go. */
const anotherKindOfSource: Condition = (input, olds, news) =>
  RULE_SOURCES.includes(input) && (olds[input] === undefined || news[input] === undefined);

/** Only a new deployment takes on other capacity, and only in place of some: `capacityProviderStrategyCustomizeDiff` of ecs/service.go. */
const otherCapacity: Condition = (input, olds, news) => {
  const count = ({ capacityProviderStrategies = [] }: Properties): number => capacityProviderStrategies.length;
  const comesOrGoes = (count(olds) === 0) !== (count(news) === 0);
  return input === "capacityProviderStrategies" && (news.forceNewDeployment !== true || comesOrGoes);
};

const conditions: { [type: string]: Condition } = {
  "aws:ecs/service:Service": otherCapacity,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": anotherKindOfSource,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": anotherKindOfSource,
};

/** https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service: what `CustomizeDiff` and `ModifyPlan` decide. */
export const replacesHere = (type: string, input: string, olds: Properties, news: Properties): boolean =>
  conditions[type]?.(input, olds, news) ?? false;
