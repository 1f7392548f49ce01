import { PoliciesOfStack } from "../iam/policies-of-stack";
import type { DeployedStack } from "../program/deployed-stack";
import { type Call, callText } from "./call";
import { dutyOf } from "./duties";
import { universeOf } from "./universe";

/** Where a role of the stack may do more or less than its duty. */
export interface RoleFault {
  role: string;
  /** Calls of its duty that it cannot make, each with the reason. */
  missing: string[];
  /** Calls that it can make without having to, each with what allows it. */
  excess: string[];
}

/** Tries every call of the universe, and every duty, with every role of the stack; gives what is not as it should be. */
export function faultsOfRoles(stack: DeployedStack): RoleFault[] {
  const policies = new PoliciesOfStack(stack);
  const universe = universeOf(stack);
  return stack
    .all("aws:iam/role:Role")
    .map((role) => {
      const { calls, throughVpc } = dutyOf(role, stack);
      const wanted = new Set(calls.map(callText));
      const answer = (call: Call) => {
        const caller = { kind: "role" as const, arn: role.props.arn as string };
        return { text: callText(call), ...policies.decide({ caller, context: {}, ...call }, throughVpc) };
      };
      const missing = calls.map(answer).filter(({ allowed }) => !allowed);
      const excess = universe.map(answer).filter(({ allowed, text }) => allowed && !wanted.has(text));
      return { role: role.name, missing: missing.map(inWords), excess: excess.map(inWords) };
    })
    .filter(({ missing, excess }) => missing.length + excess.length > 0);
}

const inWords = ({ text, reason }: { text: string; reason: string }): string => `${text}: ${reason}`;
