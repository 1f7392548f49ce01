import { creationSeconds } from "../../engine/creation-times";
import { criticalPath, type CriticalPath } from "../../engine/critical-path";
import { labelOf } from "../../engine/events";
import type { StateResource } from "../../engine/stack";

// Orders that no value carries from one resource to the other, and why there is no way around them.
const NECESSARY: { first: string; then: string; reason: string }[] = [
  {
    first: "aws:lb/listenerRule:ListenerRule",
    then: "aws:ecs/service:Service",
    reason: "ECS takes a target group only once a listener leads to it",
  },
  {
    first: "aws:iam/rolePolicy:RolePolicy",
    then: "aws:ecs/service:Service",
    reason: "tasks that start before their role may read their secrets fail",
  },
  {
    first: "aws:secretsmanager/secretVersion:SecretVersion",
    then: "aws:ecs/service:Service",
    reason: "tasks do not start while a secret has no value",
  },
];

/** The longest chain as the engine has to follow it, and as the resources themselves demand it. */
export function waits(resources: StateResource[]): { engine: CriticalPath; demanded: CriticalPath } {
  const types = new Map(resources.map(({ urn, type }) => [urn, type]));
  const path = (after: (resource: StateResource) => string[]): CriticalPath =>
    criticalPath(
      resources.map((resource) => ({
        name: resource.urn,
        seconds: resource.custom && resource.type.startsWith("aws:") ? creationSeconds(resource.type) : 0,
        after: after(resource),
      })),
    );
  const demanded = ({ type, dependencies = [], propertyDependencies = {} }: StateResource): string[] => {
    const byValue = Object.values(propertyDependencies).flatMap((urns) => urns ?? []);
    const necessary = (urn: string): boolean =>
      NECESSARY.some(({ first, then }) => then === type && first === types.get(urn));
    return [...byValue, ...dependencies.filter(necessary)];
  };
  return { engine: path(({ dependencies = [] }) => dependencies), demanded: path(demanded) };
}

/** The chain for people: each resource with its share. */
export const inWords = ({ seconds, chain }: CriticalPath): string =>
  `${Math.round(seconds / 60)} minutes: ${chain
    .map((urn) => labelOf(urn))
    .map((label) => `${label} (${creationSeconds(label.split(" ")[0] ?? "")} s)`)
    .join(" → ")}`;
