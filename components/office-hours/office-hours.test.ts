import * as fc from "fast-check";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { DatabaseHours, EARLIEST_START, LATEST_END, type OfficeHours, officeSchedules } from ".";

const HOURS: OfficeHours = { days: ["MON", "FRI"], from: "08:00", to: "19:50", timeZone: "Asia/Kolkata" };
const KEY = "arn:aws:kms:us-east-1:123456789012:key/data";

describe("officeSchedules", () => {
  it("starts the database first and stops it last", () => {
    expect(officeSchedules(HOURS)).toEqual({
      databaseStarts: "cron(30 7 ? * MON,FRI *)",
      servicesStart: "cron(0 8 ? * MON,FRI *)",
      servicesEnd: "cron(50 19 ? * MON,FRI *)",
      databaseStops: "cron(5 20 ? * MON,FRI *)",
    });
  });

  const clock = (time: number) =>
    `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;
  const minuteOf = (cron: string) => {
    const [minute, hour] = cron.replace("cron(", "").split(" ").map(Number);
    return (hour as number) * 60 + (minute as number);
  };

  it("keeps all four moments in their order on one day, for every pair of times that is accepted", () => {
    const time = fc.integer({ min: 0, max: 1439 }).map(clock);
    fc.assert(
      fc.property(time, time, (from, to) => {
        fc.pre(from < to && from >= EARLIEST_START && to <= LATEST_END);
        const { databaseStarts, servicesStart, servicesEnd, databaseStops } = officeSchedules({ ...HOURS, from, to });
        const moments = [databaseStarts, servicesStart, servicesEnd, databaseStops].map(minuteOf);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(moments[0]).toBeGreaterThanOrEqual(0);
        expect(moments[3]).toBeLessThan(1440);
        expect([clock(moments[1] as number), clock(moments[2] as number)]).toEqual([from, to]);
      }),
    );
  });
});

describe("DatabaseHours", () => {
  const declareHours = () =>
    declare(() => {
      new DatabaseHours("database-hours", {
        account: TEST_ACCOUNT,
        region: TEST_REGION,
        instanceIdentifier: "pm-dev-database",
        hours: HOURS,
        group: {
          groupName: "pm-dev-schedules",
          deadLetterQueueArn: "arn:aws:sqs:us-east-1:123456789012:dead",
          kmsKeyArn: KEY,
        },
      });
    });

  it.each([
    ["start", "rds:StartDBInstance", "cron(30 7 ? * MON,FRI *)"],
    ["stop", "rds:StopDBInstance", "cron(5 20 ? * MON,FRI *)"],
  ])("%ss this instance and no other, by the clock of the office", async (role, permission, expression) => {
    const declared = await declareHours();

    const { inputs, parentName } = declared.one("aws:scheduler/schedule:Schedule", `database-hours-${role}`);
    expect(parentName).toBe(`database-hours-${role}`);
    expect(inputs).toMatchObject({
      scheduleExpression: expression,
      scheduleExpressionTimezone: "Asia/Kolkata",
      target: { arn: `arn:aws:scheduler:::aws-sdk:rds:${role}DBInstance` },
    });
    expect(JSON.parse(inputs.target.input)).toEqual({ DbInstanceIdentifier: "pm-dev-database" });
    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", `database-hours-${role}-call-policy`).inputs.policy;
    expect(JSON.parse(policy).Statement[0]).toEqual({
      Sid: "OfficeHours",
      Effect: "Allow",
      Action: permission,
      Resource: "arn:aws:rds:us-east-1:123456789012:db:pm-dev-database",
    });
  });
});
