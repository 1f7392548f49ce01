import type { StackContext } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { networkPathOf, TASK_STARTERS } from "../ecs/task-network";
import { isWritten } from "../../kernel/is-written";
import { hasInternetRoute, subnetsOf } from "./public-subnets";
import { VPC } from "./routes";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** A private subnet in which the stack runs ECS tasks. */
export interface TaskPlace {
  /** The service, schedule or rule that starts them. */
  starter: Subject;
  subnet: Subject;
}

/** The private subnets of a VPC in which the stack runs ECS tasks. */
export const taskPlacesIn = (stack: StackIndex, vpc: Subject): TaskPlace[] =>
  taskPlacesOf(stack).filter(
    ({ subnet }) => stack.targets(subnet, "vpcId", VPC).includes(vpc) && !hasInternetRoute(stack, subnet),
  );

/** Looked up once for all VPCs of a stack and all rules about them. */
const placesByStack = new WeakMap<StackIndex, TaskPlace[]>();

function taskPlacesOf(stack: StackIndex): TaskPlace[] {
  const places =
    placesByStack.get(stack) ??
    stack.ofTypes(TASK_STARTERS).flatMap((starter) => {
      const path = `${networkPathOf(starter.type)}.subnets`;
      return subnetsOf(stack, starter, path).map((subnet) => ({ starter, subnet }));
    });
  placesByStack.set(stack, places);
  return places;
}

/** Reports each service, by its short name, that a VPC has no interface endpoint for. */
export function requireEndpoints({ subject, stack, each, violated }: StackContext, services: readonly string[]): void {
  each(services, (service) => {
    const endpoints = endpointsOf(stack, subject, service).filter(isInterface);
    if (endpoints.length === 0) violated("vpcId", `an interface endpoint for ${service}`, "none in the stack", service);
    else if (!endpoints.some(hasPrivateNames))
      violated("vpcId", `an interface endpoint for ${service} with private DNS names`, "one without", service);
  });
}

/** The endpoints of a VPC for a service, `ecr.api`; those whose service is known come first. */
export function endpointsOf(stack: StackIndex, vpc: Subject, service: string): Subject[] {
  const endpoints = stack.pointingAt(vpc, [ENDPOINT], "vpcId").map((endpoint) => ({
    endpoint,
    name: endpoint.props.at("serviceName"),
  }));
  const known = endpoints.filter(({ name }) => !name.isUnknown() && name.string()?.endsWith(`.${service}`));
  const found = known.length > 0 ? known : endpoints.filter(({ name }) => name.string()?.endsWith(`.${service}`));
  return found.map(({ endpoint }) => endpoint);
}

const isInterface = ({ props }: Subject): boolean => props.at("vpcEndpointType").string() === "Interface";

const hasPrivateNames = (endpoint: Subject): boolean =>
  isWritten(endpoint, "privateDnsEnabled") && endpoint.props.at("privateDnsEnabled").isTrue();
