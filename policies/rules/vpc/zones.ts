import type { Subject } from "../../kernel/subject";
import { UnknownValue } from "../../kernel/unknown";

/** The availability zone of a subnet, as far as it is known: left out, AWS chooses one. */
export function knownZoneOf({ props }: Subject): string | undefined {
  const zone = ["availabilityZone", "availabilityZoneId"]
    .map((key) => props.at(key))
    .find((value) => value.isSet() && !value.isUnknown());
  return zone?.string();
}

/** The availability zone of a subnet, which has to be known. */
export function zoneOf(subnet: Subject): string {
  const zone = knownZoneOf(subnet);
  if (zone === undefined) throw new UnknownValue(`availabilityZone of ${subnet.name}`);
  return zone;
}
