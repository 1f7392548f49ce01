import { badStack, goodStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { endpoint, endpointCases, tasksIn } from "./endpoint-cases";
import { network } from "./network-cases";
import { endpointsOf, requireEndpoints, taskPlacesIn } from "./task-endpoints";

const REGISTRY = "ecr.dkr";
const s3 = endpoint("s3", { vpcEndpointType: "Gateway", privateDnsEnabled: undefined });

export const vpcEndpointEcrDkr: Rule = {
  id: "vpc-endpoint-ecr-dkr",
  title: "Private tasks pull images by an interface endpoint of ECR, and their layers by an endpoint of S3",
  severity: "medium",
  controls: { fsbp: ["EC2.56"], nist: ["SC-7(4)", "AC-4"] },
  why: "Without them, images pass the NAT gateway, at its price per gigabyte, and no task starts while it fails.",
  fix: 'Declare an aws.ec2.VpcEndpoint of type "Interface" for "com.amazonaws.<region>.ecr.dkr" and one of type "Gateway" for "….s3".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-56",
  types: ["aws:ec2/vpc:Vpc"],
  checkStack(context) {
    const { stack, subject, violated } = context;
    if (taskPlacesIn(stack, subject).length === 0) return;
    requireEndpoints(context, [REGISTRY]);
    if (endpointsOf(stack, subject, "s3").length === 0)
      violated("vpcId", "an endpoint for s3", "none in the stack", "s3");
  },
  cases: {
    stack: [
      ...endpointCases([REGISTRY], [s3]),
      goodStack("layers by an interface endpoint", [
        ...network,
        tasksIn("private"),
        endpoint(REGISTRY),
        endpoint("s3"),
      ]),
      badStack("no way for layers", [...network, tasksIn("private"), endpoint(REGISTRY)], "vpcId"),
    ],
  },
};
