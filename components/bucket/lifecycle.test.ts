import fc from "fast-check";
import { lifecycleRule } from "./lifecycle";

describe("lifecycleRule", () => {
  it("moves and deletes nothing by itself but old versions, broken uploads and empty delete markers", () => {
    expect(lifecycleRule({})).toEqual({
      id: "age",
      status: "Enabled",
      filter: {},
      expiration: { expiredObjectDeleteMarker: true },
      noncurrentVersionExpiration: { noncurrentDays: 90 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    });
  });

  it("moves to STANDARD_IA, then to GLACIER, then deletes", () => {
    const rule = lifecycleRule({ infrequentAccessAfterDays: 30, glacierAfterDays: 60, expireAfterDays: 365 });

    expect(rule.transitions).toEqual([
      { days: 30, storageClass: "STANDARD_IA" },
      { days: 60, storageClass: "GLACIER" },
    ]);
    expect(rule.expiration).toEqual({ days: 365 });
  });

  it("takes the given days for old versions and broken uploads", () => {
    const rule = lifecycleRule({ expireOldVersionsAfterDays: 10, abortUploadsAfterDays: 1 });

    expect(rule.noncurrentVersionExpiration).toEqual({ noncurrentDays: 10 });
    expect(rule.abortIncompleteMultipartUpload).toEqual({ daysAfterInitiation: 1 });
  });

  it.each([
    [{ infrequentAccessAfterDays: 29 }, "lifecycle.infrequentAccessAfterDays must be 30 or more, got 29"],
    [{ infrequentAccessAfterDays: 30, glacierAfterDays: 59 }, "lifecycle.glacierAfterDays must be 60 or more, got 59"],
    [
      { glacierAfterDays: 30, expireAfterDays: 30 },
      "lifecycle.expireAfterDays must be more than 30, the last move, got 30",
    ],
    [{ expireAfterDays: 0 }, "lifecycle.expireAfterDays must be a whole number of days, 1 or more, got 0"],
    [
      { abortUploadsAfterDays: 1.5 },
      "lifecycle.abortUploadsAfterDays must be a whole number of days, 1 or more, got 1.5",
    ],
  ])("refuses %p", (lifecycle, message) => {
    expect(() => lifecycleRule(lifecycle)).toThrow(message);
  });

  it("never lets an object expire before its last move, whatever it accepts", () => {
    const days = fc.option(fc.integer({ min: -5, max: 400 }), { nil: undefined });
    const lifecycles = fc.record({ infrequentAccessAfterDays: days, glacierAfterDays: days, expireAfterDays: days });
    let accepted = 0;

    fc.assert(
      fc.property(lifecycles, (lifecycle) => {
        const rule = acceptedRule(lifecycle);
        if (!rule) return;
        accepted++;
        const moves = rule.transitions?.map(({ days }) => days) ?? [];
        const order = [...moves, ...(rule.expiration.days ? [rule.expiration.days] : [])];
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(new Set(order).size).toBe(order.length);
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

/** The rule with plain figures, or nothing when the lifecycle is refused. */
function acceptedRule(lifecycle: Parameters<typeof lifecycleRule>[0]) {
  try {
    return lifecycleRule(lifecycle) as unknown as { transitions?: { days: number }[]; expiration: { days?: number } };
  } catch {
    return undefined;
  }
}
