import type { ScheduleGroup } from "@platform/components/schedule-group";
import { ScheduledTask } from "@platform/components/scheduled-task";
import type { ScheduleConfig } from "../../config";
import { at as keyAt } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { taskArgs } from "../../task-args";
import { grantOf } from "../../uses";
import { connect } from "../../uses/connect";
import type { Hosting, ServicePlan } from "./hosting";

/** A task with a service's image that runs by the clock, with the service's rights or its own. */
export function scheduledTask(
  name: string,
  schedule: ScheduleConfig,
  { settings, image, grant: grantOfService }: ServicePlan,
  group: ScheduleGroup,
  hosting: Hosting,
): ScheduledTask {
  const { config, base, net, cluster } = hosting;
  const { command, cron, rate, at, timeZone, size, uses, retries, timeoutMinutes, overlap, maxDelayMinutes } = schedule;
  const grant = uses ? grantOf(uses, hosting) : grantOfService;
  const health = { ...settings.health, command: undefined };
  const task = new ScheduledTask(
    name,
    {
      ...taskArgs(
        name,
        { ...settings, command, size: size ?? settings.size, health, exec: false },
        image,
        grant,
        hosting,
      ),
      cluster: { arn: cluster.clusterArn, name: cluster.clusterName },
      subnetIds: net.taskSubnetIds,
      group,
      times: { cron, rate, at },
      timeZone,
      retries,
      timeoutMinutes,
      overlap,
      maxDelayMinutes,
      alarms: { topicArn: base.alarmTopic.topicArn, runbookUrl: config.alarms.runbookUrl },
    },
    declaredBy(base.opts, keyAt("schedules", name)),
  );
  connect(name, task.securityGroupId, grant.connections, declaredBy(base.opts, keyAt("schedules", name)));
  return task;
}
