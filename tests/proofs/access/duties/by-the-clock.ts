import { type Call, on } from "../call";
import type { Made } from "../duties";
import { keyCalls, throughScheduler, throughSns, throughSqs } from "../key-calls";
import { keyArn } from "../scope";

/** What a schedule calls, and what every schedule needs: to read its own input, and to keep what has failed. */
export function byTheClock(made: Made): Call[] {
  const { maker, stack } = made;
  const schedule = stack.one("aws:scheduler/schedule:Schedule", maker.name);
  const { target, kmsKeyArn: key } = schedule.props;
  const letters: string = target.deadLetterConfig.arn;
  return [
    ...callOf(made, target),
    ...on(letters, "sqs:SendMessage"),
    ...keyCalls(key, throughSqs(key, letters), "Decrypt", "GenerateDataKey"),
    ...keyCalls(key, throughScheduler(key, schedule.props.arn), "Decrypt"),
  ];
}

function callOf({ stack }: Made, { arn, input = "{}" }: { arn: string; input?: string }): Call[] {
  const told = JSON.parse(input) as { TopicArn?: string; DbInstanceIdentifier?: string };
  const { region, account } = stack.config;
  if (arn.includes(":states:")) return on(arn, "states:StartExecution");
  if (arn.includes(":lambda:")) return on(arn, "lambda:InvokeFunction");
  const database = `arn:aws:rds:${region}:${account}:db:${told.DbInstanceIdentifier}`;
  if (arn.endsWith(":rds:startDBInstance")) return on(database, "rds:StartDBInstance");
  if (arn.endsWith(":rds:stopDBInstance")) return on(database, "rds:StopDBInstance");
  if (arn.endsWith(":sns:publish") && told.TopicArn !== undefined) {
    const key = keyArn(stack, "alarms");
    return [
      ...on(told.TopicArn, "sns:Publish"),
      ...keyCalls(key, throughSns(key, told.TopicArn), "Decrypt", "GenerateDataKey"),
    ];
  }
  throw new Error(`the schedule calls ${arn}: say in tests/proofs/access/duties/by-the-clock.ts what that needs`);
}
