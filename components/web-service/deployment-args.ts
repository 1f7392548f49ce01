import type { RollingDeploymentArgs } from "../service";

/** Stages of a deployment after which ECS can wait for a person. */
export type PauseStage =
  "reconcileService" | "preScaleUp" | "postScaleUp" | "postTestTrafficShift" | "postProductionTrafficShift";

export interface PauseArgs {
  stage: PauseStage;
  /** Minutes that the deployment waits, up to two weeks. */
  timeoutMinutes: number;
  onTimeout: "rollback" | "continue";
}

/** How one version follows another. */
export interface DeploymentArgs extends RollingDeploymentArgs {
  /**
   * `rolling` replaces task by task. The others start a second set of tasks, to which all requests move at once
   * (`blueGreen`), a share first (`canary`), or step by step (`linear`). Default `rolling`.
   */
  strategy?: "rolling" | "blueGreen" | "canary" | "linear";
  /** Minutes that the former version stays ready after all requests have moved. Default 10. */
  bakeMinutes?: number;
  /** Percent of the requests that a canary gets. Default 10. */
  canaryPercent?: number;
  /** Minutes before the rest follows a canary. Default 10. */
  canaryMinutes?: number;
  /** Percent of the requests that move at each step. Default 20. */
  stepPercent?: number;
  /** Minutes between two steps. Default 5. */
  stepMinutes?: number;
  /** Lets the deployment wait for a person. Default: it goes on by itself. */
  pause?: PauseArgs;
}

/** Whether requests move between two sets of tasks. */
export const isShifting = ({ strategy = "rolling" }: DeploymentArgs = {}): boolean => strategy !== "rolling";
