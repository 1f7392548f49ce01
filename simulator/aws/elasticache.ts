import { arn, type Simulations } from "./simulation";

export const elasticache: Simulations = {
  "aws:elasticache/subnetGroup:SubnetGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "elasticache", `subnetgroup:${name}`) } };
  },
  "aws:elasticache/parameterGroup:ParameterGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "elasticache", `parametergroup:${name}`) } };
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": (request) => {
    const replicationGroupId: string = request.inputs.replicationGroupId ?? request.autoname;
    const sharded = (request.inputs.numNodeGroups ?? 1) > 1;
    const domain = `${replicationGroupId}.${request.hex(6)}`;
    const shortRegion = shortRegionName(request.region);
    return {
      id: replicationGroupId,
      outputs: {
        replicationGroupId,
        arn: arn(request, "elasticache", `replicationgroup:${replicationGroupId}`),
        port: request.inputs.port ?? 6379,
        ...(sharded
          ? { configurationEndpointAddress: `clustercfg.${domain}.${shortRegion}.cache.amazonaws.com` }
          : {
              primaryEndpointAddress: `master.${domain}.${shortRegion}.cache.amazonaws.com`,
              readerEndpointAddress: `replica.${domain}.${shortRegion}.cache.amazonaws.com`,
            }),
      },
    };
  },
};

/** ElastiCache's host names abbreviate the region: `us-east-1` is `use1`, `eu-north-1` is `eun1`. */
function shortRegionName(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-").slice(-3);
  const letters = direction.match(/north|south|central|east|west/g) ?? [direction];
  return `${area}${letters.map((word) => word[0]).join("")}${number}`;
}
