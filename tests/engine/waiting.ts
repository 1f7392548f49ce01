import { creationSeconds } from "../../engine/creation-times";
import { criticalPath, type CriticalPath } from "../../engine/critical-path";
import { labelOf, typeOf } from "../../engine/urn";
import type { StateResource } from "../../engine/stack";

// Orders within a service that no value carries from one resource to the other, and why there is no way around them.
const NECESSARY: { [first: string]: string } = {
  "aws:lb/listenerRule:ListenerRule": "ECS takes a target group only once a listener leads to it",
  "aws:iam/rolePolicy:RolePolicy": "tasks that start before their role may read their secrets fail",
};

const secondsOf = (type: string): number => (type.startsWith("aws:") ? creationSeconds(type) : 0);

/** The longest chain as the engine has to follow it, and as the resources themselves demand it. */
export function waits(resources: StateResource[]): { engine: CriticalPath; demanded: CriticalPath } {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const path = (after: (resource: StateResource) => string[]): CriticalPath =>
    criticalPath(
      resources.map((resource) => ({
        name: resource.urn,
        seconds: secondsOf(resource.type),
        after: after(resource),
      })),
    );
  const demanded = ({ type, parent, dependencies = [], propertyDependencies = {} }: StateResource): string[] => {
    const byValue = Object.values(propertyDependencies).flatMap((urns) => urns ?? []);
    const necessary = (urn: string): boolean => {
      const first = byUrn.get(urn);
      if (type !== "aws:ecs/service:Service" || !first) return false;
      return first.parent === parent && Object.hasOwn(NECESSARY, first.type);
    };
    return [...byValue, ...dependencies.filter(necessary)];
  };
  return { engine: path(({ dependencies = [] }) => dependencies), demanded: path(demanded) };
}

/** The chain for people: each resource with its share. */
export const inWords = ({ seconds, chain }: CriticalPath): string =>
  `${Math.round(seconds / 60)} minutes: ${chain
    .map((urn) => `${labelOf(urn)} (${secondsOf(typeOf(urn))} s)`)
    .join(" → ")}`;
