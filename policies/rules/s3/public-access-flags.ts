import type { Violated } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

/** The four switches of S3 Block Public Access. */
export const PUBLIC_ACCESS_FLAGS = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
];

/** Demands that each switch below `block` is on, where an absent one counts as the provider's default for the type. */
export function demandFlags(
  block: Value,
  whenAbsent: boolean,
  each: (flags: readonly string[], check: (flag: string) => void) => void,
  violated: Violated,
): void {
  each(PUBLIC_ACCESS_FLAGS, (flag) => {
    const value = block.at(flag);
    const isOn = value.isSet() ? value.isTrue() : whenAbsent;
    if (!isOn) violated(value, whenAbsent ? "true or absent" : "true", value.isSet() ? "false" : "nothing", flag);
  });
}
