import type { ResourceContext } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";
import { type Opening, openingsOf } from "./open-ports";

const ENTRY = "aws:ec2/networkAclRule:NetworkAclRule";

/** Every resource that can let traffic through a network ACL. */
export const ACL_ENTRIES = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", ENTRY];

/** Runs a check for everything that a network ACL, or a separate entry of one, lets in from the internet. */
export function eachOpenEntry(
  { type, props }: Subject,
  each: ResourceContext["each"],
  check: (opening: Opening, isDenied: (port: number) => boolean) => void,
): void {
  const entries = type !== ENTRY ? props.at("ingress").list() : props.at("egress").isTrue() ? [] : [props];
  each(entries, (entry) => {
    if (actionOf(entry) !== "allow") return;
    each(openingsIn(entry), (opening) => {
      check(opening, (port) =>
        entries.some(
          (other) => isBefore(other, entry) && openingsIn(other).some((denied) => covers(denied, opening, port)),
        ),
      );
    });
  });
}

const actionOf = (entry: Value): string | undefined =>
  (entry.at("action").string() ?? entry.at("ruleAction").string())?.toLowerCase();

function openingsIn(entry: Value): Opening[] {
  const ranges = ["cidrBlock", "ipv6CidrBlock"].map((key) => entry.at(key));
  return ranges.flatMap((range) => {
    const text = range.string();
    return text !== undefined && isAnyone(text) ? openingsOf(entry, range, text) : [];
  });
}

/** AWS takes the first entry that matches, by number. */
const isBefore = (denying: Value, allowing: Value): boolean =>
  actionOf(denying) === "deny" && (denying.at("ruleNo").number() ?? Infinity) < (allowing.at("ruleNo").number() ?? 0);

/** Whether what one entry denies to all takes a port out of what another opens. */
function covers(denied: Opening, opening: Opening, port: number): boolean {
  const protocol = opening.protocol === "all" ? "tcp" : opening.protocol;
  return (
    denied.family === opening.family &&
    denied.at.string()?.endsWith("/0") === true &&
    (denied.protocol === "all" || denied.protocol === protocol) &&
    denied.from <= port &&
    port <= denied.to
  );
}
