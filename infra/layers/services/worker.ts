import { Worker } from "@platform/components/worker";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
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
    declaredBy(base.opts, at("services", plan.name)),
  );
}
