import * as pulumi from "@pulumi/pulumi";

/**
 * As `apply`, but keeps from `map` the undefined that stands, in `pulumi up --target …`, for the outputs of what the
 * update leaves out. Whatever is computed from it is left out as well.
 */
export function mapPresent<From, To>(output: pulumi.Output<From>, map: (value: From) => To): pulumi.Output<To> {
  return pulumi.output(output).apply((value) => (value === undefined ? (undefined as To) : map(value as From)));
}
