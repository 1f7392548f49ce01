import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const VPC = "aws:ec2/vpc:Vpc";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const vpc = { type: VPC, name: "vpc", props: { id: "vpc-1" } };
const flowLog = (trafficType: unknown, vpcId: unknown = UNKNOWN, refers = ["vpc"]): CaseResource => ({
  type: FLOW_LOG,
  name: "flow-log",
  props: { vpcId, trafficType },
  refers: { vpcId: refers },
});

export const vpcFlowLogsEnabled: Rule = {
  id: "vpc-flow-logs-enabled",
  title: "Every VPC logs the traffic of its network interfaces",
  severity: "medium",
  controls: { fsbp: ["EC2.6"], cis: ["3.7"], nist: ["AU-12", "SI-4"] },
  references: { checkov: ["CKV2_AWS_11"], cdkNag: ["AwsSolutions-VPC7"] },
  why: "Without flow logs nobody can tell afterwards who spoke with whom: what an intruder reached and what left.",
  fix: 'Declare an aws.ec2.FlowLog with the VPC\'s id as vpcId and trafficType "ALL".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  types: [VPC],
  parameters: {
    trafficTypes: {
      type: "array",
      items: { type: "string" },
      default: ["ALL"],
      description: "What flow logs may cover; with REJECT among them, refused traffic alone is enough.",
    },
  },
  checkStack({ subject, stack, params, violated }) {
    const logs = stack.pointingAt(subject, [FLOW_LOG], "vpcId");
    if (logs.length === 0) return violated("vpcId", "a FlowLog of this VPC", "none in the stack");
    const isEnough = logs.some(({ props }) => params.trafficTypes.includes(props.at("trafficType").string()));
    if (!isEnough) violated("trafficType", params.trafficTypes.join(" or "), "a FlowLog of other traffic");
  },
  cases: {
    stack: [
      goodStack("all traffic", [vpc, flowLog("ALL")]),
      goodStack("all traffic, VPC named by its known id", [vpc, flowLog("ALL", "vpc-1", [])]),
      goodStack("one of two", [vpc, flowLog("ACCEPT"), { ...flowLog("ALL"), name: "second" }]),
      goodStack("refused traffic, where that is enough", [vpc, flowLog("REJECT")], { trafficTypes: ["REJECT", "ALL"] }),
      badStack("none", [vpc], "vpcId"),
      badStack("of another VPC", [vpc, flowLog("ALL", "vpc-2", [])], "vpcId"),
      badStack("accepted traffic", [vpc, flowLog("ACCEPT")], "trafficType"),
      badStack("refused traffic", [vpc, flowLog("REJECT")], "trafficType"),
      unknownStack("of some VPC", [vpc, flowLog("ALL", UNKNOWN, [])], "vpcId of flow-log"),
      unknownStack("traffic not known", [vpc, flowLog(UNKNOWN)], "trafficType"),
    ],
  },
};
