import * as scheduler from "@pulumi/aws/scheduler";
import * as pulumi from "@pulumi/pulumi";
import { DeadLetterQueue } from "../queue";

export interface ScheduleGroupArgs {
  /** What the group's and the queue's names begin with, for example `pm-prod`. */
  namePrefix: string;
  /** Key of the schedules' inputs and of the failed calls. */
  kmsKeyArn: pulumi.Input<string>;
}

/** A group as a schedule in it needs to know it. */
export interface ScheduleGroupReference {
  groupName: pulumi.Input<string>;
  deadLetterQueueArn: pulumi.Input<string>;
  kmsKeyArn: pulumi.Input<string>;
}

/**
 * The schedules of one stack, and the queue that keeps the calls that none of their tries could make.
 *
 * Creates the group, the queue and its policy; costs nothing.
 */
export class ScheduleGroup extends pulumi.ComponentResource {
  readonly groupName: pulumi.Output<string>;
  readonly deadLetterQueueName: pulumi.Output<string>;
  readonly deadLetterQueueArn: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
  /** When the group was made, as RFC 3339 has it: nothing later changes it. */
  readonly createdAt: pulumi.Output<string>;

  constructor(name: string, args: ScheduleGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ScheduleGroup", name, {}, opts);
    const { namePrefix, kmsKeyArn } = args;

    const group = new scheduler.ScheduleGroup(name, { name: `${namePrefix}-schedules` }, { parent: this });
    const deadLetters = new DeadLetterQueue(
      `${name}-dead-letters`,
      { queueName: `${namePrefix}-schedules-dead-letters`, kmsKeyArn },
      { parent: this },
    );

    this.groupName = group.name;
    this.deadLetterQueueName = deadLetters.queueName;
    this.deadLetterQueueArn = deadLetters.queueArn;
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.createdAt = group.creationDate;
    this.registerOutputs({
      groupName: this.groupName,
      deadLetterQueueName: this.deadLetterQueueName,
      deadLetterQueueArn: this.deadLetterQueueArn,
      kmsKeyArn: this.kmsKeyArn,
      createdAt: this.createdAt,
    });
  }
}
