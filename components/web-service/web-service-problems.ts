import { serviceProblems } from "../service";
import { rangeProblem } from "../task";
import { deploymentProblems } from "./deployment-problems";
import type { WebServiceArgs } from "./web-service-args";

/** Everything wrong with the plain values of a web service. */
export function webServiceProblems(name: string, args: WebServiceArgs): string[] {
  return [
    ...serviceProblems(name, args),
    ...routeProblems(args),
    ...healthProblems(args),
    ...deploymentProblems(args),
    // Nothing wakes a service for the first request.
    ...rangeProblem("scaling.min", args.scaling.min, 1, 5000),
    ...rangeProblem("port", args.port, 1, 65535),
    ...rangeProblem("deregistrationDelaySeconds", args.deregistrationDelaySeconds, 0, 3600),
  ];
}

function routeProblems({ route, testRoute }: WebServiceArgs): string[] {
  const { priority, paths, hosts = [], stickinessSeconds } = route;
  const values = paths.length + hosts.length + (testRoute?.header ? 1 : 0);
  return [
    ...rangeProblem("route.priority", priority, 1, 50000),
    ...rangeProblem("route.stickinessSeconds", stickinessSeconds, 1, 604800),
    ...(paths.length === 0 ? ["route.paths must name at least one path, for example /*"] : []),
    ...paths
      .filter((path) => !path.startsWith("/"))
      .map((path) => `route.paths must begin with a slash, got "${path}"`),
    ...rangeProblem("testRoute.priority", testRoute?.priority, 1, 50000),
    ...(values > 5
      ? [`route.paths, route.hosts and testRoute.header may have five values together, got ${values}`]
      : []),
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
