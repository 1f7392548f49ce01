import { subnetProblems } from "./subnet-plan";
import type { SubnetCidrs } from "./tier";

/** The plain arguments of a network that can be wrong. */
export interface NetworkShape {
  region: string;
  cidr: string;
  availabilityZones: string[];
  subnets?: SubnetCidrs;
  interfaceEndpoints: string[];
}

/** What is wrong with a network's arguments, a sentence each that begins with the argument's name. */
export function networkProblems(shape: NetworkShape): string[] {
  const { region, cidr, availabilityZones, subnets, interfaceEndpoints } = shape;
  return [
    ...subnetProblems(cidr, availabilityZones, subnets),
    ...regionProblems(region, availabilityZones),
    ...endpointProblems(interfaceEndpoints),
  ];
}

/** Local and wavelength zones are refused too: they have no NAT gateways and share no load balancer with others. */
function regionProblems(region: string, zones: string[]): string[] {
  return zones
    .filter((zone) => !zone.startsWith(region) || !/^[a-z]$/.test(zone.slice(region.length)))
    .map(
      (zone) =>
        `availabilityZones names ${zone}, which is no zone of ${region}: write ${region}a, ${region}b and so on`,
    );
}

function endpointProblems(services: string[]): string[] {
  const problems: string[] = [];
  for (const service of new Set(services)) {
    if (services.indexOf(service) !== services.lastIndexOf(service))
      problems.push(`interfaceEndpoints names ${service} more than once`);
    if (service === "s3")
      problems.push("interfaceEndpoints names s3: every network has its gateway endpoint, free of charge");
    else if (service.startsWith("com.amazonaws.") || !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(service))
      problems.push(`interfaceEndpoints names ${service}: write the service's short name, such as ecr.api`);
  }
  return problems;
}
