import { type CaseResource, goodStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { endpointCases, tasksIn } from "./endpoint-cases";
import { network } from "./network-cases";
import { isDefaultRoute, ROUTE, routesOfSubnet } from "./routes";
import { requireEndpoints, taskPlacesIn } from "./task-endpoints";

const SERVICES = ["secretsmanager", "logs", "kms"];

export const vpcEndpointSecretsLogs: Rule = {
  id: "vpc-endpoint-secrets-logs",
  title: "Tasks without a way to the internet reach their secrets, keys and logs by interface endpoints",
  severity: "low",
  controls: { nist: ["SC-7(4)"] },
  why: "Tasks that reach neither Secrets Manager nor CloudWatch Logs do not start, and say so nowhere.",
  fix: 'Declare an aws.ec2.VpcEndpoint with privateDnsEnabled for "com.amazonaws.<region>.secretsmanager", "….logs" and "….kms".',
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  types: ["aws:ec2/vpc:Vpc"],
  checkStack(context) {
    const { stack, subject } = context;
    const isCutOff = taskPlacesIn(stack, subject).some(
      ({ subnet }) => !routesOfSubnet(stack, subnet).some(isDefaultRoute),
    );
    if (isCutOff) requireEndpoints(context, SERVICES);
  },
  cases: {
    stack: [
      ...endpointCases(SERVICES).map((each) => ({ ...each, resources: withoutWayOut(each.resources) })),
      goodStack("a NAT gateway", [...network, tasksIn("private")]),
    ],
  },
};

/** The network of the cases with a private subnet that has no route to the NAT gateway. */
function withoutWayOut(resources: CaseResource[]): CaseResource[] {
  return resources.filter(({ type, props }) => type !== ROUTE || props["natGatewayId"] !== UNKNOWN);
}
