import type { EngineStack, StateResource } from "../../engine/stack";

/** Resources of the account that the state file has lost, and those of the state file that the account has not. */
export async function lostAndOrphaned(stack: EngineStack): Promise<string[]> {
  const { resources = [] } = await stack.state();
  const known = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const identity = ({ urn, id }: Pick<StateResource, "urn" | "id">): string => `${urn} ${id}`;
  const inState = new Set(known.map(identity));
  const inAccount = new Set(stack.account.resources().map(identity));
  return [...inState].filter((one) => !inAccount.has(one)).concat([...inAccount].filter((one) => !inState.has(one)));
}
