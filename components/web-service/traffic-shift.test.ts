import * as fc from "fast-check";
import type { DeploymentArgs } from "./deployment-args";
import { shiftMinutes, trafficShift } from "./traffic-shift";

const minutes = fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined });
const deployment: fc.Arbitrary<DeploymentArgs> = fc.record({
  strategy: fc.constantFrom("rolling" as const, "blueGreen" as const, "canary" as const, "linear" as const),
  bakeMinutes: minutes,
  canaryMinutes: minutes,
  stepMinutes: minutes,
  stepPercent: fc.option(fc.integer({ min: 3, max: 99 }), { nil: undefined }),
  pause: fc.option(
    fc.record({
      stage: fc.constantFrom("preScaleUp" as const, "postProductionTrafficShift" as const),
      timeoutMinutes: fc.integer({ min: 1, max: 20160 }),
      onTimeout: fc.constantFrom("rollback" as const, "continue" as const),
    }),
    { nil: undefined },
  ),
});

describe("trafficShift", () => {
  it("moves step by step, with a wait between the steps", () => {
    expect(trafficShift({ strategy: "linear", stepPercent: 25, stepMinutes: 3, bakeMinutes: 0 })).toEqual({
      strategy: "LINEAR",
      bakeTimeInMinutes: "0",
      linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: "3" },
    });
  });

  it("has figures of its own where none are given", () => {
    expect(trafficShift({ strategy: "canary" })).toMatchObject({
      bakeTimeInMinutes: "10",
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: "10" },
    });
    expect(trafficShift({ strategy: "linear" })).toMatchObject({
      linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: "5" },
    });
  });

  it("names the stages as ECS does", () => {
    const pause = { stage: "postProductionTrafficShift", timeoutMinutes: 5, onTimeout: "continue" } as const;
    expect(trafficShift({ strategy: "blueGreen", pause })).toMatchObject({
      lifecycleHooks: [
        {
          lifecycleStages: ["POST_PRODUCTION_TRAFFIC_SHIFT"],
          timeoutConfiguration: { action: "CONTINUE", timeoutInMinutes: "5" },
        },
      ],
    });
  });
});

describe("shiftMinutes", () => {
  it("is the sum of every wait that ECS is told to make", () => {
    fc.assert(
      fc.property(deployment, (args) => {
        // What ECS is told, read back.
        const told = JSON.parse(JSON.stringify(trafficShift(args)));
        const steps = told.linearConfiguration ? Math.ceil(100 / told.linearConfiguration.stepPercent) : 0;
        const waits = [
          Number(told.bakeTimeInMinutes ?? 0),
          Number(told.canaryConfiguration?.canaryBakeTimeInMinutes ?? 0),
          steps * Number(told.linearConfiguration?.stepBakeTimeInMinutes ?? 0),
          Number(told.lifecycleHooks?.[0].timeoutConfiguration.timeoutInMinutes ?? 0),
        ];
        expect(shiftMinutes(args)).toBe(waits.reduce((sum, wait) => sum + wait));
      }),
    );
  });
});
