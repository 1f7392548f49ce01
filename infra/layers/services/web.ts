import { Connection } from "@platform/components/security-group";
import { WebService } from "@platform/components/web-service";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { type Hosting, serviceArgs, type ServicePlan } from "./hosting";

/** A service that the load balancer sends requests to; nothing else reaches its tasks. */
export function webService(plan: ServicePlan, port: number, priority: number, hosting: Hosting): WebService {
  const { name, settings } = plan;
  const { config, base, balancer } = hosting;
  const service = new WebService(
    name,
    {
      ...serviceArgs(plan, hosting),
      port,
      route: {
        listenerArn: balancer.httpsListenerArn,
        priority,
        paths: settings.paths,
        hosts: settings.hosts,
        stickinessSeconds: settings.stickiness,
      },
      health: {
        path: settings.health.path,
        gracePeriodSeconds: settings.health.gracePeriod,
        intervalSeconds: settings.health.interval,
        timeoutSeconds: settings.health.timeout,
        healthyThreshold: settings.health.healthyThreshold,
        unhealthyThreshold: settings.health.unhealthyThreshold,
        statusCodes: settings.health.statusCodes,
      },
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
