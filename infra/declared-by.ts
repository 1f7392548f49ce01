import { channel } from "node:diagnostics_channel";
import type * as pulumi from "@pulumi/pulumi";
import type { KeyPath } from "./config/key-path";

const told = channel("platform:component-keys");

/**
 * Options that also tell whoever runs the program, and listens as the preview does, from which key of the stack file a
 * component and all that it makes come; under `pulumi up` nobody listens. Findings can so be shown at the key that
 * caused them: docs/decisions/030-findings-at-their-key.md.
 *
 * @param keys the most telling key first; a file need not have them all. What every stack has is as its profile wants it.
 */
export function declaredBy<Options extends pulumi.ResourceOptions>(opts: Options, ...keys: KeyPath[]): Options {
  const tell: pulumi.ResourceTransformation = ({ type, name }) => {
    told.publish([{ type, name, keys: [...keys, ["platform:profile"]] }]);
    return undefined;
  };
  return { ...opts, transformations: [tell] };
}
