import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";
import { INGRESS_RULE, ingressOf } from "./open-ports";
import { writtenList } from "../../kernel/written-list";

/** The ingress rules of a security group in its stack, its own and the separate ones. */
export function ingressRulesOf(stack: StackIndex, group: Subject): Value[] {
  return [
    ...stack.pointingAt(group, INGRESS_RULE, "securityGroupId").flatMap(ingressOf),
    ...writtenList(group, "ingress"),
  ];
}

/** Whether a range is given at all: its text does not matter, so it need not be known. */
export function takesRange(rule: Value): boolean {
  const isGiven = (range: Value): boolean => range.isUnknown() || Boolean(range.string());
  return (
    ["cidrIpv4", "cidrIpv6"].some((key) => isGiven(rule.at(key))) ||
    ["cidrBlocks", "ipv6CidrBlocks"].some((key) => rule.at(key).list().some(isGiven))
  );
}

/** Whether every address of the internet is admitted. */
export function takesAnyone(rule: Value): boolean {
  const ranges = ["cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks"];
  return ranges.flatMap((key) => rule.at(key).strings()).some(isAnyone);
}
