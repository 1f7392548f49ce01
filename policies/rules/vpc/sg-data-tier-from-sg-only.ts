import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { SECURITY_GROUP } from "../../kernel/tokens";
import { ingressRulesOf, takesRange } from "./ingress-rules";
import { INGRESS_RULE } from "./open-ports";

/** Where each kind of data store names its security groups. */
const GROUPS_OF: { [type: string]: string } = {
  "aws:rds/instance:Instance": "vpcSecurityGroupIds",
  "aws:rds/cluster:Cluster": "vpcSecurityGroupIds",
  "aws:elasticache/replicationGroup:ReplicationGroup": "securityGroupIds",
  "aws:elasticache/cluster:Cluster": "securityGroupIds",
  "aws:elasticache/serverlessCache:ServerlessCache": "securityGroupIds",
  "aws:efs/mountTarget:MountTarget": "securityGroups",
};

const [GROUP = ""] = SECURITY_GROUP;
const [LEGACY_RULE = "", RULE = ""] = INGRESS_RULE;
const INSTANCE = "aws:rds/instance:Instance";
const database: CaseResource = {
  type: INSTANCE,
  name: "database",
  props: { vpcSecurityGroupIds: [UNKNOWN] },
  refers: { vpcSecurityGroupIds: "data" },
};
const group = (ingress?: unknown, refers: string[] = []): CaseResource => ({
  type: GROUP,
  name: "data",
  props: { id: "sg-1", ingress },
  refers: { ingress: refers },
});
const rule = (type: string, props: object): CaseResource => ({
  type,
  name: "rule",
  props: { securityGroupId: UNKNOWN, ...props },
  refers: { securityGroupId: "data" },
});

export const sgDataTierFromSgOnly: Rule = {
  id: "sg-data-tier-from-sg-only",
  title: "Databases, caches and file systems take traffic from security groups, never from address ranges",
  severity: "high",
  controls: { nist: ["AC-4", "SC-7"] },
  references: { cdkNag: ["AwsSolutions-RDS8"] },
  why: "An address range lets in whatever gets an address in it; a group lets in the workloads that are its members.",
  fix: "Replace cidrIpv4 by referencedSecurityGroupId with the group of the workload that needs the data.",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
  types: Object.keys(GROUPS_OF),
  checkStack({ subject, stack, each, violated }) {
    const property = GROUPS_OF[subject.type] ?? "";
    each(stack.targets(subject, property, SECURITY_GROUP), (target) => {
      if (ingressRulesOf(stack, target).some(takesRange))
        violated(property, "ingress from security groups alone", "ingress from an address range", target.name);
    });
  },
  cases: {
    stack: [
      goodStack("separate rule with a group", [
        database,
        group(UNKNOWN),
        rule(RULE, { ipProtocol: "tcp", referencedSecurityGroupId: UNKNOWN }),
      ]),
      goodStack("older separate rule with a group", [
        database,
        group(),
        rule(LEGACY_RULE, { type: "ingress", sourceSecurityGroupId: "sg-2", cidrBlocks: [] }),
      ]),
      goodStack("inline rules with groups and its own members", [
        database,
        group([{ securityGroups: ["sg-2"], cidrBlocks: [], ipv6CidrBlocks: [] }, { self: true }]),
      ]),
      goodStack("egress to a range", [
        database,
        group(),
        rule(LEGACY_RULE, { type: "egress", cidrBlocks: ["0.0.0.0/0"] }),
      ]),
      goodStack("a range on a group of something else", [group([{ cidrBlocks: ["10.0.0.0/16"] }])]),
      badStack("inline range", [database, group([{ cidrBlocks: ["10.0.0.0/16"] }])], "vpcSecurityGroupIds"),
      badStack(
        "inline IPv6 range, as an object",
        [database, group({ ipv6CidrBlocks: "fd00::/8" })],
        "vpcSecurityGroupIds",
      ),
      badStack("separate rule", [database, group(), rule(RULE, { cidrIpv4: "10.0.0.0/16" })], "vpcSecurityGroupIds"),
      badStack("separate IPv6 rule", [database, group(), rule(RULE, { cidrIpv6: "::/0" })], "vpcSecurityGroupIds"),
      badStack(
        "separate rule with a range that is not known yet",
        [database, group(), rule(RULE, { cidrIpv4: UNKNOWN })],
        "vpcSecurityGroupIds",
      ),
      badStack(
        "older separate rule",
        [database, group(), rule(LEGACY_RULE, { type: "ingress", cidrBlocks: [UNKNOWN] })],
        "vpcSecurityGroupIds",
      ),
      badStack(
        "everything named by its known id",
        [
          { type: INSTANCE, name: "database", props: { vpcSecurityGroupIds: ["sg-1"] } },
          group(),
          { type: RULE, name: "rule", props: { securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/16" } },
        ],
        "vpcSecurityGroupIds",
      ),
      ...Object.entries(GROUPS_OF).map(([type, property]) =>
        badStack(
          `range at ${type.split(":")[1]}`,
          [
            { type, name: "store", props: { [property]: [UNKNOWN] }, refers: { [property]: "data" } },
            group([{ cidrBlocks: ["10.0.0.0/16"] }]),
          ],
          property,
        ),
      ),
      unknownStack("ranges not known", [database, group([{ cidrBlocks: UNKNOWN }])], "ingress[0].cidrBlocks"),
      unknownStack("inline rules not known", [database, group(UNKNOWN, ["vpc"])], "ingress of data"),
      unknownStack("groups not known", [{ ...database, refers: {} }, group()], "vpcSecurityGroupIds"),
      unknownStack(
        "a rule of some group",
        [database, group(), { ...rule(RULE, {}), refers: {} }],
        "securityGroupId of rule",
      ),
    ],
  },
};
