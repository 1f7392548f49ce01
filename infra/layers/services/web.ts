import { Connection } from "@platform/components/security-group";
import { type TestRouteArgs, WebService } from "@platform/components/web-service";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { type Hosting, serviceArgs, type ServicePlan } from "./hosting";

/** Where a service's rules stand among those of its listeners. */
export interface Place {
  priority: number;
  /** The way to a new version before others have it, for a service that asks for one. */
  test: TestRouteArgs | undefined;
}
const DAY_SECONDS = 24 * 60 * 60;

/** A service that the load balancer sends requests to; nothing else reaches its tasks. */
export function webService(plan: ServicePlan, port: number, place: Place, hosting: Hosting): WebService {
  const { name, settings } = plan;
  const { config, base, balancer } = hosting;
  const service = new WebService(
    name,
    {
      ...serviceArgs(plan, hosting),
      port,
      route: {
        listenerArn: balancer.httpsListenerArn,
        priority: place.priority,
        paths: settings.paths,
        hosts: settings.hosts,
        stickinessSeconds: settings.stickiness ?? (settings.websockets ? DAY_SECONDS : undefined),
      },
      testRoute: place.test,
      health: {
        path: settings.health.path,
        gracePeriodSeconds: settings.health.gracePeriod,
        intervalSeconds: settings.health.interval,
        timeoutSeconds: settings.health.timeout,
        healthyThreshold: settings.health.healthyThreshold,
        unhealthyThreshold: settings.health.unhealthyThreshold,
        statusCodes: settings.health.statusCodes,
      },
      deregistrationDelaySeconds: settings.deregistrationDelay ?? (settings.websockets ? 120 : undefined),
      loadBalancerArnSuffix: balancer.arnSuffix,
      rollbackAlarms: {
        alarmTopicArn: base.alarmTopic.topicArn,
        runbookUrl: config.alarms.runbookUrl,
        maxServerErrors: config.alarms.serverErrors,
        p95Seconds: config.alarms.p95Seconds,
      },
    },
    declaredBy(base.opts, at("services", name)),
  );
  new Connection(
    `ingress-${name}`,
    {
      from: { label: "load balancer", securityGroupId: balancer.securityGroupId },
      to: { label: name, securityGroupId: service.securityGroupId },
      port,
    },
    declaredBy(base.opts, at("services", name)),
  );
  return service;
}
