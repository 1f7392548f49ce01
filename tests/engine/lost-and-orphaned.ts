import type { Standing } from "../../engine/provider/account";
import type { EngineStack, StateResource } from "../../engine/stack";

type Identified = Pick<StateResource | Standing, "type" | "id" | "inputs" | "outputs">;

/** Not the URN, which an alias changes; revisions of one id differ in their ARN. */
const identity = ({ type, id, inputs, outputs }: Identified): string =>
  [type, id, outputs?.arn ?? inputs?.arn].join(" ");

/** Resources of the account that the state file has lost, and those of the state file that the account has not. */
export async function lostAndOrphaned(stack: EngineStack): Promise<string[]> {
  const { resources = [] } = await stack.state();
  const known = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const inState = new Set(known.map(identity));
  const inAccount = new Set(stack.account.resources().map(identity));
  return [...inState].filter((one) => !inAccount.has(one)).concat([...inAccount].filter((one) => !inState.has(one)));
}
