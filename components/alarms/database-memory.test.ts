import * as fc from "fast-check";
import { databaseMemoryGib } from ".";
import { defaultMaxConnections } from "./database-alarms";

describe("databaseMemoryGib", () => {
  it.each([
    ["db.t3.micro", 1],
    ["db.t3.small", 2],
    ["db.t4g.medium", 4],
    ["db.t3.2xlarge", 32],
    ["db.m6g.large", 8],
    ["db.c6gd.xlarge", 8],
    ["db.r6g.large", 16],
    ["db.r6g.xlarge", 32],
    ["db.r7g.16xlarge", 512],
    ["db.x2g.large", 32],
  ])("%s has %d GiB", (instanceClass, gib) => {
    expect(databaseMemoryGib(instanceClass)).toBe(gib);
  });

  it.each(["r6g.xlarge", "db.z1d.large", "db.r6g.small", "db.r6g.", "db.serverless", ""])(
    "refuses %p",
    (instanceClass) => {
      expect(() => databaseMemoryGib(instanceClass)).toThrow(`got "${instanceClass}"`);
    },
  );
});

describe("defaultMaxConnections", () => {
  it("follows RDS's formula", () => {
    expect(defaultMaxConnections(2)).toBe(225);
    expect(defaultMaxConnections(32)).toBe(3604);
    expect(defaultMaxConnections(64)).toBe(5000);
  });

  it("never falls with memory and never passes 5000", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 0, max: 1024 }), (gib, more) => {
        expect(defaultMaxConnections(gib + more)).toBeGreaterThanOrEqual(defaultMaxConnections(gib));
        expect(defaultMaxConnections(gib)).toBeLessThanOrEqual(5000);
      }),
    );
  });
});
