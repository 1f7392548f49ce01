import { badStack, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { endpoint, endpointCases, tasksIn } from "./endpoint-cases";
import { network } from "./network-cases";
import { requireEndpoints, taskPlacesIn } from "./task-endpoints";

const MANAGER = "ssm";
const SESSIONS = "ssmmessages";
const sessions = tasksIn("private", { enableExecuteCommand: true });

export const vpcEndpointSsm: Rule = {
  id: "vpc-endpoint-ssm",
  title: "Private tasks reach Systems Manager by interface endpoints",
  severity: "medium",
  controls: { fsbp: ["EC2.57"], nist: ["SC-7(4)"] },
  why: "Without them, parameters that tasks read, and sessions into their containers, pass the internet.",
  fix: 'Declare an aws.ec2.VpcEndpoint for "com.amazonaws.<region>.ssm" with privateDnsEnabled, with enableExecuteCommand also for "….ssmmessages".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-57",
  types: ["aws:ec2/vpc:Vpc"],
  checkStack(context) {
    const places = taskPlacesIn(context.stack, context.subject);
    if (places.length === 0) return;
    const hasSessions = places.some(({ starter }) => starter.props.at("enableExecuteCommand").isTrue());
    requireEndpoints(context, hasSessions ? [MANAGER, SESSIONS] : [MANAGER]);
  },
  cases: {
    stack: [
      ...endpointCases([MANAGER]),
      goodStack("sessions", [...network, sessions, endpoint(MANAGER), endpoint(SESSIONS)]),
      badStack("no way for sessions", [...network, sessions, endpoint(MANAGER)], "vpcId"),
      badStack(
        "no way for the sessions of one of two services",
        [...network, { ...tasksIn("private"), name: "quiet" }, sessions, endpoint(MANAGER)],
        "vpcId",
      ),
      unknownStack(
        "sessions not known",
        [...network, tasksIn("private", { enableExecuteCommand: UNKNOWN }), endpoint(MANAGER)],
        "enableExecuteCommand",
      ),
    ],
  },
};
