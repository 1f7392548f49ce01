import { UNKNOWN_VALUE } from "@platform/simulator";
import * as fc from "fast-check";
import { ScheduleGroup } from "../schedule-group";
import { declare, TEST_ACCOUNT } from "../testing/declared";
import { Expiry } from ".";
import { hoursAfter } from "./moment";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/alarms";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const expire = (afterHours: number, view?: "preview") =>
  declare(() => {
    const group = new ScheduleGroup("schedules", {
      namePrefix: "pm-pr-7",
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
    });
    new Expiry("expiry", {
      account: TEST_ACCOUNT,
      afterHours,
      group,
      stack: "pm-pr-7",
      topic: { arn: TOPIC, kmsKeyArn: KEY },
    });
  }, view);

describe("Expiry", () => {
  it("counts from the making of the stack, which no update changes, and tells the topic", async () => {
    const declared = await expire(48);

    expect(declared.one("aws:scheduler/scheduleGroup:ScheduleGroup").outputs.creationDate).toBe("2026-01-01T12:00:00Z");
    const { inputs } = declared.one("aws:scheduler/schedule:Schedule");
    expect(inputs.scheduleExpression).toBe("at(2026-01-03T12:00:00)");
    expect(inputs.scheduleExpressionTimezone).toBe("UTC");
    expect(inputs.target.arn).toBe("arn:aws:scheduler:::aws-sdk:sns:publish");
    expect(JSON.parse(inputs.target.input)).toMatchObject({ TopicArn: TOPIC, Subject: "pm-pr-7 has expired" });
  });

  it("may publish to this topic, with its key, and nothing else", async () => {
    const declared = await expire(48);

    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", "expiry-call-policy").inputs.policy;
    const [tell, encrypt] = JSON.parse(policy).Statement;
    expect(tell).toEqual({ Sid: "Tell", Effect: "Allow", Action: "sns:Publish", Resource: TOPIC });
    expect(encrypt).toMatchObject({ Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: KEY });
  });

  it("does not know its moment before the stack is there", async () => {
    const { inputs } = (await expire(48, "preview")).one("aws:scheduler/schedule:Schedule");
    expect(inputs.scheduleExpression).toBe(UNKNOWN_VALUE);
  });

  it("refuses a stack that ends at once", async () => {
    await declare(() => {
      const group = new ScheduleGroup("schedules", { namePrefix: "pm-pr-7", kmsKeyArn: KEY });
      const topic = { arn: TOPIC, kmsKeyArn: KEY };
      expect(
        () => new Expiry("expiry", { account: TEST_ACCOUNT, afterHours: 0, group, stack: "pm-pr-7", topic }),
      ).toThrow("afterHours must be a whole number from 1 to 8760, got 0");
    });
  });
});

describe("hoursAfter", () => {
  it("is so many hours later, in whole seconds", () => {
    const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 8760 }), (date, hours) => {
        const later = Date.parse(`${hoursAfter(date.toISOString(), hours)}Z`) - date.getTime();
        expect(Math.ceil(later / 1000)).toBe(hours * 3600);
      }),
    );
  });
});
