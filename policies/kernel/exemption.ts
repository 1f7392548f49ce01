import type { Violation } from "./evaluate";
import { matchesWildcard } from "./wildcard";

/** A violation that somebody has accepted, for a reason and until a day. Exactly one of `resource`, `component` and `type` says where. */
export interface Exemption {
  /** Id of the rule. */
  rule: string;
  /** Logical name or URN of the resource; `*` stands for any text. */
  resource?: string;
  /** Logical name or type of a component: all resources below it; `*` stands for any text. */
  component?: string;
  /** Type token: all resources of that type. */
  type?: string;
  /** The findings that are accepted where a rule tells several apart (an action, a port, a container). */
  findings?: string[];
  /** Why it is acceptable, for a security reviewer. */
  reason: string;
  /** Who answers for it. */
  owner: string;
  /** Last day on which it holds, YYYY-MM-DD in UTC. */
  until: string;
}

/** JSON schema of the list, as `configSchema` of the policy that carries it. */
export const exemptionListSchema = {
  type: "array" as const,
  description: "Violations that are accepted, each for one rule, one place, a reason, an owner and a last day.",
  items: {
    type: "object" as const,
    additionalProperties: false,
    required: ["rule", "reason", "owner", "until"],
    properties: {
      rule: { type: "string" as const, description: "Id of the rule." },
      resource: { type: "string" as const, description: "Logical name or URN of the resource; * stands for any text." },
      component: {
        type: "string" as const,
        description: "Logical name or type of a component; * stands for any text.",
      },
      type: { type: "string" as const, description: "Type token of the resources." },
      findings: {
        type: "array" as const,
        items: { type: "string" as const },
        description: "The findings that are accepted.",
      },
      reason: { type: "string" as const, minLength: 20, description: "Why it is acceptable." },
      owner: { type: "string" as const, minLength: 1, description: "Who answers for it." },
      until: {
        type: "string" as const,
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        description: "Last day, YYYY-MM-DD in UTC.",
      },
    },
  },
};

/** Whether the exemption's last day is over; a day that is no date never holds. */
export function isExpired(exemption: Exemption, today: Date): boolean {
  const end = Date.parse(`${exemption.until}T23:59:59Z`);
  return Number.isNaN(end) || end < today.getTime();
}

/**
 * Whether an exemption covers this violation. A finding that a rule tells apart must be named: an exemption for
 * one action or port does not hide another that comes later.
 */
export function covers(
  exemption: Exemption,
  rule: string,
  resource: { urn: string; type: string; name: string },
  violation: Violation,
): boolean {
  if (exemption.rule !== rule) return false;
  if (violation.part !== undefined && !exemption.findings?.includes(violation.part)) return false;
  if (violation.part === undefined && exemption.findings !== undefined) return false;
  return isAt(exemption, resource);
}

function isAt(exemption: Exemption, { urn, type, name }: { urn: string; type: string; name: string }): boolean {
  const { resource, component } = exemption;
  if ([resource, component, exemption.type].filter((place) => place !== undefined).length !== 1) return false;
  if (resource !== undefined) return matchesWildcard(resource, name) || matchesWildcard(resource, urn);
  if (component !== undefined)
    return parentTypes(urn).some((parent) => matchesWildcard(component, parent)) || isNamedAfter(component, name);
  return exemption.type === type;
}

/** A component's children carry its name as a prefix, which is all that an offline and an online analysis both tell. */
function isNamedAfter(component: string, name: string): boolean {
  return matchesWildcard(component, name) || matchesWildcard(`${component}-*`, name);
}

/** `urn:pulumi:stack::project::parentType$type::name` */
function parentTypes(urn: string): string[] {
  return (urn.split("::")[2] ?? "").split("$").slice(0, -1);
}
