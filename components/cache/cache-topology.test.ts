import fc from "fast-check";
import { memberClusterIds, topologyInputs } from "./cache-topology";

describe("topologyInputs", () => {
  it("counts nodes with one shard", () => {
    expect(topologyInputs({ shards: 1, replicas: 2, multiZone: true })).toEqual({
      multiAzEnabled: true,
      automaticFailoverEnabled: true,
      numCacheClusters: 3,
    });
  });

  it("has no failover without a replica", () => {
    expect(topologyInputs({ shards: 1, replicas: 0, multiZone: false })).toEqual({
      multiAzEnabled: false,
      automaticFailoverEnabled: false,
      numCacheClusters: 1,
    });
  });

  it("counts shards and their replicas in cluster mode, which asks for failover", () => {
    expect(topologyInputs({ shards: 3, replicas: 0, multiZone: false })).toEqual({
      multiAzEnabled: false,
      automaticFailoverEnabled: true,
      numNodeGroups: 3,
      replicasPerNodeGroup: 0,
    });
  });
});

describe("memberClusterIds", () => {
  it("numbers nodes with one shard", () => {
    expect(memberClusterIds("pm-prod", { shards: 1, replicas: 1, multiZone: true })).toEqual([
      "pm-prod-001",
      "pm-prod-002",
    ]);
  });

  it("numbers shards, and nodes within them, in cluster mode", () => {
    expect(memberClusterIds("pm-prod", { shards: 2, replicas: 1, multiZone: true })).toEqual([
      "pm-prod-0001-001",
      "pm-prod-0001-002",
      "pm-prod-0002-001",
      "pm-prod-0002-002",
    ]);
  });

  it("names each node once", () => {
    const topologies = fc.record({
      shards: fc.integer({ min: 1, max: 90 }),
      replicas: fc.integer({ min: 0, max: 5 }),
      multiZone: fc.boolean(),
    });

    fc.assert(
      fc.property(topologies, (topology) => {
        const ids = memberClusterIds("pm", topology);
        expect(new Set(ids).size).toBe(topology.shards * (1 + topology.replicas));
      }),
    );
  });
});
