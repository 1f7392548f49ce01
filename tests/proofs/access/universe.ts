import { parseArn } from "../iam/arn";
import type { DeployedStack } from "../program/deployed-stack";
import { ACTIONS, type ServiceActions } from "./actions";
import { type Call, on, under } from "./call";
import { elsewhere } from "./elsewhere";
import { usesOfKey } from "./key-calls";
import { throughAccessPoints } from "./rights/files";
import { callsOfModels } from "./rights/models";
import { ofOtherStacks } from "./scope";
import { secretArns } from "./secrets";

/** Every call that is tried of every identity: what anybody could want of what the stack has, and of what it has not. */
export function universeOf(stack: DeployedStack): Call[] {
  const secrets = secretArns(stack);
  const others = ofOtherStacks(stack.config);
  const arns = new Set([...stack.resources.flatMap(({ props }) => arnOf(props)), ...secrets, ...others]);
  const keys = stack.all("aws:kms/key:Key").map(({ props }) => props.arn as string);
  return [
    ...[...arns].flatMap(callsOn),
    ...keys.flatMap((key) => usesOfKey(key, stack, secrets)),
    ...callsOfModels(stack.config),
    ...stack
      .all("aws:efs/fileSystem:FileSystem")
      .flatMap((system) =>
        throughAccessPoints(system, stack).flatMap((context) => under(context, on(system.props.arn, ...CLIENT))),
      ),
    ...elsewhere(stack.config),
  ];
}

const CLIENT = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"];

const arnOf = ({ arn }: { arn?: unknown }): string[] =>
  typeof arn === "string" && arn.startsWith("arn:") ? [arn] : [];

function callsOn(arn: string): Call[] {
  const { actions, inside } = actionsOf(parseArn(arn)?.service ?? "");
  return [...on(arn, ...actions), ...(inside ? on(inside.resource(arn), ...inside.actions) : [])];
}

function actionsOf(service: string): ServiceActions {
  const found = ACTIONS[service];
  if (!found) {
    throw new Error(
      `the stack has a resource of ${service}, of which least privilege is not proved: ` +
        `say in tests/proofs/access/actions.ts which actions of it read, change, hand on or destroy`,
    );
  }
  return found;
}
