import fc from "fast-check";
import { completePool } from "./connection-pool";

describe("completePool", () => {
  it("has figures for what is not said", () => {
    expect(completePool("proxy", {})).toEqual({
      maxConnectionsPercent: 90,
      maxIdleConnectionsPercent: 50,
      borrowTimeoutSeconds: 30,
      idleTimeoutSeconds: 1800,
    });
  });

  it("never keeps more idle connections than it may have, whatever is said of the one bound", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (maxConnectionsPercent) => {
        const pool = completePool("proxy", { maxConnectionsPercent });
        expect(pool.maxIdleConnectionsPercent).toBeLessThanOrEqual(pool.maxConnectionsPercent);
      }),
    );
  });

  it.each([
    [{ maxConnectionsPercent: 0 }, "pool.maxConnectionsPercent must be a whole number from 1 to 100, got 0"],
    [{ maxIdleConnectionsPercent: -1 }, "pool.maxIdleConnectionsPercent must be a whole number from 0 to 100, got -1"],
    [{ borrowTimeoutSeconds: 301 }, "pool.borrowTimeoutSeconds must be a whole number from 1 to 300, got 301"],
    [{ idleTimeoutSeconds: 28_801 }, "pool.idleTimeoutSeconds must be a whole number from 1 to 28800, got 28801"],
    [
      { maxConnectionsPercent: 40, maxIdleConnectionsPercent: 41 },
      "pool.maxIdleConnectionsPercent must not be above maxConnectionsPercent, 40, got 41",
    ],
  ])("refuses %p", (pool, message) => {
    expect(() => completePool("proxy", pool)).toThrow(`DatabaseProxy proxy: ${message}`);
  });
});
