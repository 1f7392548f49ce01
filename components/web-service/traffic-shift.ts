import type * as ecs from "@pulumi/aws/ecs";
import type { DeploymentArgs, PauseArgs } from "./deployment-args";

type DeploymentConfiguration = Exclude<ecs.ServiceArgs["deploymentConfiguration"], undefined>;

const BAKE_MINUTES = 10;
const CANARY = { percent: 10, minutes: 10 };
const STEP = { percent: 20, minutes: 5 };

/** The strategy as ECS takes it: percents are numbers, minutes are texts. */
export function trafficShift(args: DeploymentArgs): DeploymentConfiguration {
  const { strategy = "rolling", bakeMinutes = BAKE_MINUTES, pause } = args;
  if (strategy === "rolling") return { strategy: "ROLLING" };
  const common = {
    bakeTimeInMinutes: String(bakeMinutes),
    ...(pause && { lifecycleHooks: [pauseHook(pause)] }),
  };
  if (strategy === "blueGreen") return { strategy: "BLUE_GREEN", ...common };
  if (strategy === "canary") {
    const { canaryPercent = CANARY.percent, canaryMinutes = CANARY.minutes } = args;
    const canaryConfiguration = { canaryPercent, canaryBakeTimeInMinutes: String(canaryMinutes) };
    return { strategy: "CANARY", ...common, canaryConfiguration };
  }
  const { stepPercent = STEP.percent, stepMinutes = STEP.minutes } = args;
  const linearConfiguration = { stepPercent, stepBakeTimeInMinutes: String(stepMinutes) };
  return { strategy: "LINEAR", ...common, linearConfiguration };
}

/** Minutes that a deployment may take beside starting and stopping tasks: every wait that it is told to make. */
export function shiftMinutes(args: DeploymentArgs): number {
  const { strategy = "rolling", bakeMinutes = BAKE_MINUTES, pause } = args;
  if (strategy === "rolling") return 0;
  const waits = bakeMinutes + (pause?.timeoutMinutes ?? 0);
  if (strategy === "canary") return waits + (args.canaryMinutes ?? CANARY.minutes);
  if (strategy === "linear") {
    const { stepPercent = STEP.percent, stepMinutes = STEP.minutes } = args;
    return waits + Math.ceil(100 / stepPercent) * stepMinutes;
  }
  return waits;
}

/** Waits for `aws ecs continue-service-deployment`. */
const pauseHook = ({ stage, timeoutMinutes, onTimeout }: PauseArgs) => ({
  targetType: "PAUSE",
  lifecycleStages: [stage.replace(/[A-Z]/g, "_$&").toUpperCase()],
  timeoutConfiguration: { action: onTimeout.toUpperCase(), timeoutInMinutes: String(timeoutMinutes) },
});
