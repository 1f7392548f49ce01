import { type DeploymentCheckInputs, type OneOffTaskInputs, operations } from "../../components/operations/provider";
import { diff } from "./diff";

const check: DeploymentCheckInputs = {
  region: "us-east-1",
  clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/main",
  serviceName: "api-0a1b2c3",
  taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/pm-prod-api:42",
  settings: "",
  timeoutMinutes: 10,
};
const task: OneOffTaskInputs = {
  title: "The migration of api",
  region: "us-east-1",
  clusterArn: check.clusterArn,
  taskDefinitionArn: check.taskDefinitionArn,
  family: "pm-prod-api-migrations",
  containerName: "api-migrations",
  subnetIds: ["subnet-1"],
  securityGroupIds: ["sg-1"],
  logGroupName: "/pm-prod/api-migrations",
  timeoutMinutes: 20,
  triggers: { image: "api@sha256:0a1b" },
};

describe("a dynamic resource notices here what its own provider notices", () => {
  it.each(Object.keys(check))("%s of a deployment's check", async (input) => {
    const news = { ...check, [input]: "another" };
    const real = await operations.deploymentCheck.diff?.("id", check, news);
    const simulated = diff("pulumi-nodejs:dynamic/operations:DeploymentCheck", check, news, []);
    expect(simulated.changed.length > 0).toBe(real?.changes);
  });

  it.each(Object.keys(task))("%s of a task that is run once", async (input) => {
    const news = { ...task, [input]: input === "triggers" ? { image: "another" } : "another" };
    const real = await operations.oneOffTask.diff?.("id", { ...task, taskArn: "" }, news);
    const simulated = diff("pulumi-nodejs:dynamic/operations:OneOffTask", { ...task }, news, []);
    expect(simulated.changed.length > 0).toBe(real?.changes);
  });
});
