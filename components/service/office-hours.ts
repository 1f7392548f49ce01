import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as pulumi from "@pulumi/pulumi";
import { type OfficeHours, officeSchedules } from "../office-hours";

/** Takes a service to no task at the end of office hours, and back to its bounds at their beginning. */
export function keepOfficeHours(
  name: string,
  hours: OfficeHours,
  { min, max }: { min: number; max: number },
  target: appautoscaling.Target,
  parent: pulumi.Resource,
): void {
  const { servicesStart, servicesEnd } = officeSchedules(hours);
  const action = (role: string, schedule: string, minCapacity: number, maxCapacity: number) =>
    new appautoscaling.ScheduledAction(
      `${name}-${role}`,
      {
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        schedule,
        timezone: hours.timeZone,
        scalableTargetAction: { minCapacity, maxCapacity },
      },
      { parent },
    );
  action("office-opens", servicesStart, min, max);
  action("office-closes", servicesEnd, 0, 0);
}
