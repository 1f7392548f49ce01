import { rangeProblem } from "../task";
import type { DeploymentArgs } from "./deployment-args";
import type { WebServiceArgs } from "./web-service-args";

type Strategy = Exclude<DeploymentArgs["strategy"], undefined>;

/** The strategies that know an argument. */
const STRATEGIES_OF: { [argument in keyof DeploymentArgs]: readonly Strategy[] } = {
  bakeMinutes: ["blueGreen", "canary", "linear"],
  canaryPercent: ["canary"],
  canaryMinutes: ["canary"],
  stepPercent: ["linear"],
  stepMinutes: ["linear"],
  pause: ["blueGreen", "canary", "linear"],
};

/** Everything wrong with how a web service is deployed. */
export function deploymentProblems({ deployment = {}, testRoute, route }: WebServiceArgs): string[] {
  const { strategy = "rolling" } = deployment;
  const foreign = (Object.keys(STRATEGIES_OF) as (keyof DeploymentArgs)[])
    .filter((argument) => deployment[argument] !== undefined && !STRATEGIES_OF[argument]?.includes(strategy))
    .map((argument) => `deployment.${argument} has no meaning with the strategy ${strategy}`);
  return [
    ...foreign,
    ...(testRoute && strategy === "rolling" ? ["testRoute has no meaning with the strategy rolling"] : []),
    ...(route.stickinessSeconds !== undefined && strategy !== "rolling"
      ? [
          `route.stickinessSeconds would keep clients with tasks that are gone; leave it out with the strategy ${strategy}`,
        ]
      : []),
    ...rangeProblem("deployment.bakeMinutes", deployment.bakeMinutes, 0, 1440),
    ...rangeProblem("deployment.canaryPercent", deployment.canaryPercent, 1, 99),
    ...rangeProblem("deployment.canaryMinutes", deployment.canaryMinutes, 0, 1440),
    ...rangeProblem("deployment.stepPercent", deployment.stepPercent, 3, 99),
    ...rangeProblem("deployment.stepMinutes", deployment.stepMinutes, 0, 1440),
    ...rangeProblem("deployment.pause.timeoutMinutes", deployment.pause?.timeoutMinutes, 1, 20160),
  ];
}
