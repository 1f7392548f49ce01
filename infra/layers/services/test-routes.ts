import type { LoadBalancer } from "@platform/components/load-balancer";
import type { TestRouteArgs } from "@platform/components/web-service";
import type { StackConfig } from "../../config";
import { testPriorities } from "../../route-priority";

/** The way to the new version of each service that asks for one: by a header, or by the load balancer's test listener. */
export function testRoutes(
  services: StackConfig["services"],
  priorities: { [service: string]: number },
  balancer: LoadBalancer,
): { [service: string]: TestRouteArgs } {
  const first = testPriorities(priorities);
  return Object.fromEntries(
    Object.entries(services).flatMap(([name, { deployment }]): [string, TestRouteArgs][] => {
      if (deployment.testHeader) {
        const listenerArn = balancer.httpsListenerArn;
        return [[name, { listenerArn, priority: first[name] as number, header: deployment.testHeader }]];
      }
      const listenerArn = balancer.testListenerArn;
      if (!deployment.testListener || !listenerArn) return [];
      return [[name, { listenerArn, priority: priorities[name] as number }]];
    }),
  );
}
