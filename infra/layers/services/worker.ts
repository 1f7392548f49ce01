import { Worker } from "@platform/components/worker";
import { type Hosting, serviceArgs, type ServicePlan } from "./hosting";

/** A service that nobody connects to. */
export function worker(plan: ServicePlan, hosting: Hosting): Worker {
  const { config, base } = hosting;
  return new Worker(
    plan.name,
    {
      ...serviceArgs(plan, hosting),
      taskProtection: plan.settings.taskProtection,
      alarms: { topicArn: base.alarmTopic.topicArn, runbookUrl: config.alarms.runbookUrl },
    },
    base.opts,
  );
}
