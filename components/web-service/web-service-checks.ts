import { fargateSizeProblems } from "./fargate-size";
import type { WebServiceArgs } from "./web-service-args";

/** Pulumi adds a hyphen and seven digits to a target group's name, which may have 32 characters. */
const MAX_NAME_LENGTH = 24;

/** Throws an error that lists everything wrong with the plain values of a service. */
export function checkWebService(name: string, args: WebServiceArgs): void {
  const problems = [
    ...nameProblems(name),
    ...fargateSizeProblems(args.size.cpu, args.size.memory).map((problem) => `size.${problem}`),
    ...environmentProblems(args),
    ...routeProblems(args),
    ...healthProblems(args),
    ...scalingProblems(args),
    ...rangeProblem("port", args.port, 1, 65535),
    ...rangeProblem("stopTimeoutSeconds", args.stopTimeoutSeconds, 2, 120),
    ...rangeProblem("deregistrationDelaySeconds", args.deregistrationDelaySeconds, 0, 3600),
    ...rangeProblem("spotShare", args.spotShare, 0, 100),
  ];
  if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);
}

function nameProblems(name: string): string[] {
  if (name.length <= MAX_NAME_LENGTH && /^[a-z][a-z0-9-]*$/.test(name)) return [];
  return [`the name must be at most ${MAX_NAME_LENGTH} lower-case letters, digits and hyphens, got "${name}"`];
}

function environmentProblems({ environment, secrets }: WebServiceArgs): string[] {
  return Object.keys(environment)
    .filter((variable) => variable in secrets)
    .map((variable) => `${variable} is both in environment and in secrets; keep one`);
}

function routeProblems({ route: { priority, paths, hosts = [], stickinessSeconds } }: WebServiceArgs): string[] {
  const values = paths.length + hosts.length;
  return [
    ...rangeProblem("route.priority", priority, 1, 50000),
    ...rangeProblem("route.stickinessSeconds", stickinessSeconds, 1, 604800),
    ...(paths.length === 0 ? ["route.paths must name at least one path, for example /*"] : []),
    ...paths
      .filter((path) => !path.startsWith("/"))
      .map((path) => `route.paths must begin with a slash, got "${path}"`),
    ...(values > 5 ? [`route.paths and route.hosts may have five values together, got ${values}`] : []),
  ];
}

function healthProblems({ health }: WebServiceArgs): string[] {
  return [
    ...(health.path.startsWith("/") ? [] : [`health.path must begin with a slash, got "${health.path}"`]),
    ...(health.timeoutSeconds < health.intervalSeconds
      ? []
      : [
          `health.timeoutSeconds must be less than health.intervalSeconds, ` +
            `got ${health.timeoutSeconds} and ${health.intervalSeconds}`,
        ]),
  ];
}

function scalingProblems({ scaling }: WebServiceArgs): string[] {
  const { min, max, cpuPercent, memoryPercent, requestsPerTarget } = scaling;
  const targets = [cpuPercent, memoryPercent, requestsPerTarget].filter((target) => target !== undefined);
  return [
    ...rangeProblem("scaling.min", min, 1, 5000),
    ...(min <= max ? [] : [`scaling.min must not be above scaling.max, got ${min} and ${max}`]),
    ...(min < max && targets.length === 0
      ? ["scaling must have cpuPercent, memoryPercent or requestsPerTarget where max is above min"]
      : []),
    ...rangeProblem("scaling.cpuPercent", cpuPercent, 1, 100),
    ...rangeProblem("scaling.memoryPercent", memoryPercent, 1, 100),
    ...rangeProblem("scaling.requestsPerTarget", requestsPerTarget, 1, Number.MAX_SAFE_INTEGER),
  ];
}

function rangeProblem(argument: string, value: number | undefined, from: number, to: number): string[] {
  if (value === undefined || (Number.isInteger(value) && value >= from && value <= to)) return [];
  const range = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
  return [`${argument} must be a whole number ${range}, got ${value}`];
}
