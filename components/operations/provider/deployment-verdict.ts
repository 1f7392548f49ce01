import type { Deployment, ServiceDeploymentStatus } from "@aws-sdk/client-ecs";
import type { DeploymentNow } from "./deployment-now";

export type Verdict = "runs" | "pending" | "otherVersion";

const UNDER_WAY: readonly (ServiceDeploymentStatus | undefined)[] = [
  "PENDING",
  "IN_PROGRESS",
  "STOP_REQUESTED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
];

/** The deployment that serves, or that ECS moves to. */
export function primaryOf({ service: { deployments = [] } }: DeploymentNow): Deployment | undefined {
  return deployments.find(({ status }) => status === "PRIMARY");
}

/**
 * Whether the service runs the version. What serves alone does not tell: a deployment that changed only subnets or
 * capacity is taken back to the same version; nor does the newest deployment alone, of which ECS may have no record.
 */
export function verdictOn(now: DeploymentNow, taskDefinitionArn: string): Verdict {
  const primary = primaryOf(now);
  const status = now.newest?.status;
  if (UNDER_WAY.includes(status)) return "pending";
  if (now.newest && status !== "SUCCESSFUL") return "otherVersion";
  if (primary?.taskDefinition !== taskDefinitionArn || primary.rolloutState === "FAILED") return "otherVersion";
  return primary.rolloutState === "IN_PROGRESS" ? "pending" : "runs";
}
