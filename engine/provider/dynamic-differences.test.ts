import { operations } from "../../components/operations/provider";
import { check, task } from "../../components/operations/test-inputs";
import { diff } from "./diff";

describe("a dynamic resource notices here what its own provider notices", () => {
  it.each(Object.keys(check))("%s of a deployment's check", async (input) => {
    const news = { ...check, [input]: "another" };
    const real = await operations.deploymentCheck.diff?.("id", check, news);
    const simulated = diff("pulumi-nodejs:dynamic/operations:DeploymentCheck", { ...check }, news, []);
    expect(simulated.changed.length > 0).toBe(real?.changes);
  });

  it.each(Object.keys(task))("%s of a task that is run once", async (input) => {
    const news = { ...task, [input]: input === "triggers" ? { image: "another" } : "another" };
    const real = await operations.oneOffTask.diff?.("id", { ...task, taskArn: "" }, news);
    const simulated = diff("pulumi-nodejs:dynamic/operations:OneOffTask", { ...task }, news, []);
    expect(simulated.changed.length > 0).toBe(real?.changes);
  });
});
