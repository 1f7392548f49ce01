import type { Rule } from "../../kernel/rule";
import { endpointCases } from "./endpoint-cases";
import { requireEndpoints, taskPlacesIn } from "./task-endpoints";

const SERVICES = ["ec2"];

export const vpcEndpointEc2Api: Rule = {
  id: "vpc-endpoint-ec2-api",
  title: "Private tasks reach the API of EC2 by an interface endpoint",
  severity: "medium",
  controls: { fsbp: ["EC2.10"], nist: ["SC-7(4)"] },
  why: "Without it, calls that read or change the network itself pass the internet.",
  fix: 'Declare an aws.ec2.VpcEndpoint with serviceName "com.amazonaws.<region>.ec2", vpcEndpointType "Interface" and privateDnsEnabled.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-10",
  types: ["aws:ec2/vpc:Vpc"],
  checkStack(context) {
    if (taskPlacesIn(context.stack, context.subject).length > 0) requireEndpoints(context, SERVICES);
  },
  cases: { stack: endpointCases(SERVICES) },
};
