import * as pulumi from "@pulumi/pulumi";
import { parseStackConfig, type StackConfig } from "./stack-config";

/** The SDK has this function but leaves it out of its declarations. */
interface SecretAwareRuntime {
  isConfigSecret(key: string): boolean;
}

/**
 * The configuration of the stack that is being brought up. It is the only reader of Pulumi's configuration in this
 * program.
 *
 * @throws {StackConfigError} with every problem of the stack file at once.
 */
export function readStackConfig(): StackConfig {
  const raw = pulumi.runtime.allConfig();
  const runtime: unknown = pulumi.runtime;
  const secretKeys = Object.keys(raw).filter((key) => (runtime as SecretAwareRuntime).isConfigSecret(key));
  const stack = pulumi.getStack();
  return parseStackConfig(raw, stack, process.env.PLATFORM_STACK_FILE ?? `Pulumi.${stack}.yaml`, secretKeys);
}
