import type { Account, Standing } from "./account";
import { ServiceError } from "./service-error";

const GROUP = "aws:lb/targetGroup:TargetGroup";
const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";

type Route = Pick<Standing, "type" | "inputs" | "references">;

/**
 * A target group belongs to one load balancer at a time: https://github.com/hashicorp/terraform-provider-aws/issues/22005
 *
 * @throws {ServiceError} when a listener or rule leads to a group that another load balancer leads to.
 */
export function refuseSharedGroup(made: Route, account: Account): void {
  if (!isRoute(made)) return;
  const groups = made.references.filter((key) => account.get(key)?.type === GROUP);
  const balancer = balancerOf(made, account);
  const others = account.resources().filter((other) => isRoute(other) && balancerOf(other, account) !== balancer);
  const shared = groups.find((group) => others.some(({ references }) => references.includes(group)));
  if (!shared) return;
  throw new ServiceError(
    "TargetGroupAssociationLimit",
    `${account.get(shared)?.id} cannot be associated with more than one load balancer`,
  );
}

const isRoute = ({ type }: Pick<Route, "type">): boolean => type === LISTENER || type === RULE;

function balancerOf({ type, inputs }: Pick<Route, "type" | "inputs">, account: Account): unknown {
  if (type === LISTENER) return inputs.loadBalancerArn;
  return account.resources().find((each) => each.type === LISTENER && each.id === inputs.listenerArn)?.inputs
    .loadBalancerArn;
}
