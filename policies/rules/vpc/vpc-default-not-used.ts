import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { SECURITY_GROUP } from "../../kernel/tokens";

const [GROUP = ""] = SECURITY_GROUP;
const VPC = "aws:ec2/defaultVpc:DefaultVpc";
const SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";

export const vpcDefaultNotUsed: Rule = {
  id: "vpc-default-not-used",
  title: "Nothing is placed in the default VPC",
  severity: "high",
  controls: { nist: ["SC-7"] },
  references: { checkov: ["CKV_AWS_148"] },
  why: "Every subnet of the default VPC is public, and whatever names no network of its own lands there.",
  fix: "Declare an aws.ec2.Vpc with subnets; give security groups its vpcId and databases a dbSubnetGroupName.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  types: [VPC, SUBNET, GROUP, INSTANCE, CLUSTER],
  check({ resource, props, violated }) {
    if (resource.type === VPC || resource.type === SUBNET)
      violated("vpcId", "a VPC of the program's own", "the account's default network");
    if (resource.type === GROUP && !props.at("vpcId").isSet())
      violated("vpcId", "a VPC of the program's own", "no VPC, which means the default one");
    if (resource.type === INSTANCE || resource.type === CLUSTER) {
      // A replica takes the subnet group of its source.
      if (props.at("replicateSourceDb").isSet()) return;
      const group = props.at("dbSubnetGroupName");
      if (!group.isSet() || group.string() === "default")
        violated(group, "a subnet group of the program's own", "the default VPC's subnets");
    }
  },
  cases: {
    resource: [
      good("group in a VPC", { vpcId: "vpc-1" }, { type: GROUP }),
      good("group in a VPC that is not there yet", { vpcId: UNKNOWN }, { type: GROUP }),
      good("instance in a subnet group", { dbSubnetGroupName: "data" }, { type: INSTANCE }),
      good("replica", { replicateSourceDb: "orders" }, { type: INSTANCE }),
      good("cluster in a subnet group", { dbSubnetGroupName: "data" }, { type: CLUSTER }),
      bad("default VPC adopted", {}, "vpcId", { type: VPC }),
      bad("default subnet adopted", { availabilityZone: "eu-west-1a" }, "vpcId", { type: SUBNET }),
      bad("group without a VPC", { description: "Web" }, "vpcId", { type: GROUP }),
      bad("instance without a subnet group", { engine: "postgres" }, "dbSubnetGroupName", { type: INSTANCE }),
      bad("default subnet group", { dbSubnetGroupName: "default" }, "dbSubnetGroupName", { type: INSTANCE }),
      bad("cluster without a subnet group", { engine: "aurora-postgresql" }, "dbSubnetGroupName", { type: CLUSTER }),
      unknown("subnet group not known", { dbSubnetGroupName: UNKNOWN }, "dbSubnetGroupName", { type: INSTANCE }),
    ],
  },
};
