import { fargateSizeProblems } from "@platform/components/task";
import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** The settings of each service agree with one another and with what Fargate and the load balancer offer. */
export const serviceSettings: Check = ({ sections: { services = {} } }) =>
  Object.entries(services).flatMap(([name, { size, scaling, health, deployment, paths, hosts }]): Fault[] => {
    const key = (...rest: string[]) => at("services", name, ...rest);
    const faults: Fault[] = fargateSizeProblems(size.cpu, size.memory).map((problem) => ({
      path: key("size"),
      involves: [],
      got: `${size.cpu} CPU units with ${size.memory} MiB`,
      expected: problem.replace(/, got \d+$/, "").replace("must be ", ""),
      fix: "change cpu or memory, for example to { cpu: 1024, memory: 2048 }",
    }));
    if (scaling.min > scaling.max) {
      faults.push({
        path: key("scaling", "min"),
        involves: [key("scaling", "max")],
        got: `the number ${scaling.min}, above ${keyText(key("scaling", "max"))}, ${scaling.max}`,
        expected: `a whole number from 1 to ${scaling.max}`,
        fix: "lower min or raise max",
      });
    }
    if (health.timeout >= health.interval) {
      faults.push({
        path: key("health", "timeout"),
        involves: [key("health", "interval")],
        got: `${health.timeout} seconds, with a check every ${health.interval} seconds`,
        expected: `fewer seconds than ${keyText(key("health", "interval"))}`,
        fix: "lower timeout or raise interval",
      });
    }
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
    for (const [setting, most] of Object.entries({ gracePeriod: 300, timeout: 60 } as const)) {
      const value = health[setting as "gracePeriod" | "timeout"];
      if (!health.command || value <= most) continue;
      faults.push({
        path: key("health", setting),
        involves: [key("health", "command")],
        got: `${value} seconds, with ${keyText(key("health", "command"))}`,
        expected: `at most ${most} seconds where ECS checks the container itself`,
        fix: `lower ${setting}, or remove the command`,
      });
    }
    if (deployment.minimumHealthyPercent === 100 && deployment.maximumPercent === 100) {
      faults.push({
        path: key("deployment", "maximumPercent"),
        involves: [key("deployment", "minimumHealthyPercent")],
        got: `100, while ${keyText(key("deployment", "minimumHealthyPercent"))} is 100 as well`,
        expected: "room to start a new task or to stop an old one",
        fix: "raise maximumPercent, for example to 200",
      });
    }
    // A rule of a load balancer compares with at most five values:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
    const headers = deployment.testHeader ? 1 : 0;
    if (paths.length + hosts.length + headers > 5) {
      faults.push({
        path: key("paths"),
        involves: [key("hosts"), key("deployment", "testHeader")],
        got: `${paths.length} paths, with ${hosts.length} hosts${headers > 0 ? " and a test header" : ""}`,
        expected: `at most ${headers > 0 ? "four" : "five"} paths and hosts together`,
        fix: "join paths by a wildcard, or remove hosts",
      });
    }
    return faults;
  });
