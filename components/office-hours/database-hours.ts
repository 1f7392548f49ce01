import type * as pulumi from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";
import { ScheduledCall, type ScheduleGroupReference } from "../schedule-group";
import { type OfficeHours, officeSchedules } from "./office-hours";

export interface DatabaseHoursArgs {
  account: string;
  region: string;
  /** Identifier of the instance. */
  instanceIdentifier: string;
  hours: OfficeHours;
  group: ScheduleGroupReference;
}

/**
 * Starts a database before office hours and stops it after them. A stopped instance costs its storage only; RDS starts it
 * again by itself after seven days (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html), and it
 * is stopped at the next end of hours.
 *
 * Creates two schedules with a role each; costs nothing.
 */
export class DatabaseHours extends ComponentResource {
  constructor(name: string, args: DatabaseHoursArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:DatabaseHours", name, {}, opts);
    const { databaseStarts, databaseStops } = officeSchedules(args.hours);

    const call = (role: "start" | "stop", expression: string, permission: string) =>
      new ScheduledCall(
        `${name}-${role}`,
        {
          account: args.account,
          group: args.group,
          description: `Office hours: ${role}s the database`,
          expression,
          timeZone: args.hours.timeZone,
          target: {
            arn: `arn:aws:scheduler:::aws-sdk:rds:${role}DBInstance`,
            input: { DbInstanceIdentifier: args.instanceIdentifier },
          },
          statements: [
            {
              Sid: "OfficeHours",
              Effect: "Allow",
              Action: permission,
              Resource: `arn:aws:rds:${args.region}:${args.account}:db:${args.instanceIdentifier}`,
            },
          ],
        },
        { parent: this },
      );
    call("start", databaseStarts, "rds:StartDBInstance");
    call("stop", databaseStops, "rds:StopDBInstance");
    this.registerOutputs({});
  }
}
