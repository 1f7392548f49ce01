import type { Rule } from "../../kernel/rule";
import { endpointCases } from "./endpoint-cases";
import { requireEndpoints, taskPlacesIn } from "./task-endpoints";

const SERVICES = ["ecr.api"];

export const vpcEndpointEcrApi: Rule = {
  id: "vpc-endpoint-ecr-api",
  title: "Private tasks reach the API of ECR by an interface endpoint",
  severity: "medium",
  controls: { fsbp: ["EC2.55"], nist: ["SC-7(4)", "AC-4"] },
  why: "Without it, the credentials with which tasks pull their images pass the internet, and fail with the NAT gateway.",
  fix: 'Declare an aws.ec2.VpcEndpoint with serviceName "com.amazonaws.<region>.ecr.api", vpcEndpointType "Interface" and privateDnsEnabled.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-55",
  types: ["aws:ec2/vpc:Vpc"],
  checkStack(context) {
    if (taskPlacesIn(context.stack, context.subject).length > 0) requireEndpoints(context, SERVICES);
  },
  cases: { stack: endpointCases(SERVICES) },
};
