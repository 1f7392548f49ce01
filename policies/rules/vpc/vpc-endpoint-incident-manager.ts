import type { Rule } from "../../kernel/rule";
import { endpointCases } from "./endpoint-cases";
import { requireEndpoints, taskPlacesIn } from "./task-endpoints";

const SERVICES = ["ssm-contacts", "ssm-incidents"];

export const vpcEndpointIncidentManager: Rule = {
  id: "vpc-endpoint-incident-manager",
  title: "Private tasks reach Incident Manager by interface endpoints",
  severity: "medium",
  controls: { fsbp: ["EC2.58", "EC2.60"], nist: ["SC-7(4)"] },
  why: "Without them, alarms to the people on call pass the internet, and fail with the NAT gateway when they are needed.",
  fix: 'Declare an aws.ec2.VpcEndpoint for "com.amazonaws.<region>.ssm-contacts" and one for "….ssm-incidents", with privateDnsEnabled.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-58",
  types: ["aws:ec2/vpc:Vpc"],
  // Few workloads call it, and each endpoint costs by the hour in each zone.
  optIn: true,
  checkStack(context) {
    if (taskPlacesIn(context.stack, context.subject).length > 0) requireEndpoints(context, SERVICES);
  },
  cases: { stack: endpointCases(SERVICES) },
};
