import type { DeploymentCheckInputs, OneOffTaskInputs } from "./provider";

export const FAMILY = "arn:aws:ecs:us-east-1:123456789012:task-definition/pm-prod-api";

export const check: DeploymentCheckInputs = {
  region: "us-east-1",
  clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/main",
  serviceName: "api-0a1b2c3",
  taskDefinitionArn: `${FAMILY}:42`,
  settings: "",
  timeoutMinutes: 10,
};
export const task: OneOffTaskInputs = {
  title: "The migration of api",
  region: "us-east-1",
  clusterArn: check.clusterArn,
  taskDefinitionArn: `${FAMILY}-migrations:7`,
  family: "pm-prod-api-migrations",
  containerName: "api-migrations",
  subnetIds: ["subnet-1"],
  securityGroupIds: ["sg-1"],
  logGroupName: "/pm-prod/api-migrations",
  timeoutMinutes: 20,
  triggers: { image: "api@sha256:0a1b" },
};
