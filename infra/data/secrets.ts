import { Secret } from "@platform/components/secret";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";
import { logicalName } from "../names";
import { mapValues } from "./map-values";
import type { SecondRegions } from "./second-regions";

/** A secret as its readers see it. */
export interface SecretPlace {
  secretArn: pulumi.Output<string>;
  kmsKeyArn: pulumi.Input<string>;
}

export function secrets(
  config: StackConfig,
  base: Foundation,
  regions: SecondRegions,
): { [name: string]: SecretPlace } {
  const { recovery } = config;
  const key = recovery?.region === undefined ? undefined : regions[recovery.region];
  return mapValues(config.secrets, ({ description, generate, mode, existing }, name): SecretPlace => {
    if (existing) return { secretArn: pulumi.output(existing.arn), kmsKeyArn: existing.kmsKeyArn };
    const { secretArn } = new Secret(
      logicalName(name),
      {
        secretName: base.names.secret(name, mode),
        description,
        kmsKeyArn: base.keys.secrets.keyArn,
        recoveryWindowDays: secretRecoveryDays(config),
        generate,
        replica:
          recovery?.region === undefined || !key ? undefined : { region: recovery.region, kmsKeyArn: key.keyArn },
      },
      declaredBy(base.dataOpts, at("secrets", name)),
    );
    return { secretArn, kmsKeyArn: base.keys.secrets.keyArn };
  });
}

/** An ephemeral stack must be able to come again under the same names at once. */
export const secretRecoveryDays = ({ ephemeral }: StackConfig): number => (ephemeral ? 0 : 30);
