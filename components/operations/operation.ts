import * as pulumi from "@pulumi/pulumi";
import type { OperationName } from "./provider";

/**
 * A resource whose creation is work that `pulumi up` does and waits for, and that no preview does: Pulumi asks its
 * provider to create or update it only then. When the work fails the update fails, what depends on the resource stays as
 * it was, and the next update does the work again. Deleting it does nothing.
 *
 * It is one of Pulumi's dynamic resources, by its wire form: its provider is a module's text that the CLI's own plugin
 * evaluates in the program's folder. `pulumi.dynamic.Resource` would write that text by loading the TypeScript compiler
 * (more than a second of each preview) and laying out every function that the provider reaches, in a form that differs
 * with whatever compiled the program. Here the text is one line that loads the provider from this package as it is now.
 */
export abstract class Operation extends pulumi.CustomResource {
  protected constructor(
    operation: OperationName,
    type: string,
    name: string,
    inputs: pulumi.Inputs,
    opts: pulumi.CustomResourceOptions,
  ) {
    super(`pulumi-nodejs:dynamic/operations:${type}`, name, { ...inputs, __provider: providerText(operation) }, opts);
  }
}

/** Loaded through tsx, as the program itself is, so that no build can be out of date. */
function providerText(operation: OperationName): string {
  const load = `require("tsx/cjs/api").require("@platform/components/operations/provider", process.cwd() + "/")`;
  return `exports.handler = () => ${load}.operations.${operation};`;
}
