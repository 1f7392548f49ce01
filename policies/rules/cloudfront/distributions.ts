import type { ResourceContext } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

export const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
export const MULTITENANT = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
export const DISTRIBUTIONS = [DISTRIBUTION, MULTITENANT];
export const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** Checks every cache behaviour of a distribution by its name: `default`, or the pattern of its paths. */
export function eachBehaviour(
  props: Value,
  each: ResourceContext["each"],
  check: (behaviour: Value, name: string) => void,
): void {
  each(["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"], (property) =>
    each(props.at(property).list(), (behaviour) => check(behaviour, behaviour.at("pathPattern").string() ?? "default")),
  );
}

/** Whether an origin is a bucket's own endpoint: CloudFront has settings for every other kind. */
export const isBucketOrigin = (origin: Value): boolean =>
  !["customOriginConfig", "vpcOriginConfig", "customOriginConfigs", "vpcOriginConfigs"].some((key) =>
    origin.at(key).isSet(),
  );

/** How CloudFront speaks with the server behind a custom origin, or behind a VPC origin of its own resource. */
export function serverConnections(props: Value): Value[] {
  const custom = props
    .at("origins")
    .list()
    .flatMap((origin) => [...origin.at("customOriginConfig").list(), ...origin.at("customOriginConfigs").list()]);
  return [...custom, ...props.at("vpcOriginEndpointConfig").list()];
}
