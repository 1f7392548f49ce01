import type { ResourceContext, Violated } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

type Each = ResourceContext["each"];

/** The four switches of S3 Block Public Access. */
export const PUBLIC_ACCESS_FLAGS = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
];

/** Calls back for each switch below `block` that is off; an absent one is as the provider's default for the type. */
export function eachFlagOff(
  block: Value,
  whenAbsent: boolean,
  each: Each,
  report: (value: Value, flag: string) => void,
): void {
  each(PUBLIC_ACCESS_FLAGS, (flag) => {
    const value = block.at(flag);
    const isOn = value.isSet() ? value.isTrue() : whenAbsent;
    if (!isOn) report(value, flag);
  });
}

/** Demands that each switch is on. */
export function demandFlags(block: Value, whenAbsent: boolean, each: Each, violated: Violated): void {
  eachFlagOff(block, whenAbsent, each, (value, flag) =>
    violated(value, whenAbsent ? "true or absent" : "true", value.isSet() ? "false" : "nothing", flag),
  );
}
