import { badStack, type CaseResource, goodStack, type StackCase, unknownStack, UNKNOWN } from "../../kernel/cases";
import { network } from "./network-cases";

/** For cases: a service whose tasks run in a subnet of the network. */
export const tasksIn = (subnet: string, props: object = {}): CaseResource => ({
  type: "aws:ecs/service:Service",
  name: "service",
  props: { networkConfiguration: { subnets: [UNKNOWN] }, ...props },
  refers: { networkConfiguration: subnet },
});

/** For cases: an interface endpoint of the network. */
export const endpoint = (service: string, props: object = {}): CaseResource => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  name: service,
  props: {
    vpcId: UNKNOWN,
    serviceName: `com.amazonaws.eu-west-1.${service}`,
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    ...props,
  },
  refers: { vpcId: "vpc" },
});

/** What every rule that asks for an endpoint has to say, each service missing in turn; `others` are there in all cases. */
export function endpointCases(services: readonly string[], others: CaseResource[] = []): StackCase[] {
  const stack = [...network, ...others, tasksIn("private")];
  const all = services.map((service) => endpoint(service));
  return [
    goodStack("endpoints", [...stack, ...all]),
    goodStack("endpoints, another one not known", [...stack, ...all, endpoint("x", { serviceName: UNKNOWN })]),
    goodStack("endpoints, some of them twice", [
      ...stack,
      ...services.map((service) => ({ ...endpoint(service, { privateDnsEnabled: false }), name: `${service}-first` })),
      ...all,
    ]),
    goodStack("no tasks", network),
    goodStack("tasks in a public subnet", [...network, tasksIn("public")]),
    ...services.flatMap((service) => {
      const rest = [...stack, ...all.filter(({ name }) => name !== service)];
      return [
        badStack(`${service} missing`, rest, "vpcId"),
        badStack(
          `${service} of another VPC`,
          [...rest, { ...endpoint(service, { vpcId: "vpc-2" }), refers: {} }],
          "vpcId",
        ),
        badStack(`${service} as a gateway`, [...rest, endpoint(service, { vpcEndpointType: "Gateway" })], "vpcId"),
        badStack(
          `${service} without private names`,
          [...rest, endpoint(service, { privateDnsEnabled: false })],
          "vpcId",
        ),
        badStack(
          `${service} with private names left out`,
          [...rest, endpoint(service, { privateDnsEnabled: UNKNOWN })],
          "vpcId",
        ),
        unknownStack(`${service} not known`, [...rest, endpoint(service, { serviceName: UNKNOWN })], "serviceName"),
      ];
    }),
    unknownStack(
      "subnets not known",
      [...network, { ...tasksIn(""), props: { networkConfiguration: UNKNOWN }, refers: {} }],
      "networkConfiguration",
    ),
  ];
}
