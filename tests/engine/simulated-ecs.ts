import { randomUUID } from "node:crypto";
import { AwsEndpoint } from "../../components/testing/aws-endpoint";
import type { Account, Standing } from "../../engine/provider/account";

interface Task {
  taskArn: string;
  taskDefinitionArn: string;
  /** When it was started, in milliseconds. */
  startedAt: number;
}

/** ECS as far as a deployment asks it: it runs each task to its end, and knows of services what an account holds. */
export class SimulatedEcs {
  /** What was run, oldest first. */
  readonly tasks: Task[] = [];
  /** How tasks end, and what they write to their log. */
  taskEnd: { exitCode: number; log: string[] } = { exitCode: 0, log: [] };
  /** The version that every deployment of another one is taken back to. */
  takesBackTo: string | undefined;

  private constructor(private readonly endpoint: AwsEndpoint) {}

  /** Stacks that are made from now on find it. */
  static async start(): Promise<SimulatedEcs> {
    return new SimulatedEcs(await AwsEndpoint.start());
  }

  /** Answers for this account from now on. */
  serve(account: Account): void {
    this.endpoint.reset({
      RunTask: ({ taskDefinition }) => ({ tasks: [this.run(String(taskDefinition))] }),
      ListTasks: () => ({ taskArns: [] }),
      DescribeTasks: ({ tasks }) => ({ tasks: this.ended(account, tasks as string[]) }),
      GetLogEvents: () => ({ events: this.taskEnd.log.map((message) => ({ message })) }),
      DescribeServices: ({ services }) => ({ services: this.services(account, services as string[]) }),
      ListServiceDeployments: () => ({ serviceDeployments: [{ serviceDeploymentArn: "newest" }] }),
      DescribeServiceDeployments: () => ({ serviceDeployments: [this.newestDeployment()] }),
    });
  }

  stop(): Promise<void> {
    return this.endpoint.stop();
  }

  private run(taskDefinitionArn: string): Task {
    const taskArn = `arn:aws:ecs:us-east-1:123456789012:task/main/${randomUUID().replaceAll("-", "")}`;
    const task = { taskArn, taskDefinitionArn, startedAt: Date.now() };
    this.tasks.push(task);
    return task;
  }

  private ended(account: Account, arns: string[]): object[] {
    return this.tasks
      .filter(({ taskArn }) => arns.includes(taskArn))
      .map(({ taskArn, taskDefinitionArn }) => {
        const definition = only(
          account,
          "aws:ecs/taskDefinition:TaskDefinition",
          (each) => each.outputs.arn === taskDefinitionArn,
        );
        const containers = JSON.parse(definition.inputs.containerDefinitions) as { name: string }[];
        const { exitCode } = this.taskEnd;
        return {
          taskArn,
          taskDefinitionArn,
          lastStatus: "STOPPED",
          containers: containers.map(({ name }) => ({ name, exitCode })),
        };
      });
  }

  private services(account: Account, names: string[]): object[] {
    return names.map((name) => {
      const service = only(account, "aws:ecs/service:Service", ({ inputs }) => inputs.name === name);
      const { takesBackTo = service.inputs.taskDefinition } = this;
      if (takesBackTo !== service.inputs.taskDefinition) takeBack(account, service, takesBackTo);
      return { status: "ACTIVE", deployments: [{ status: "PRIMARY", taskDefinition: takesBackTo }] };
    });
  }

  private newestDeployment(): object {
    return this.takesBackTo
      ? { status: "ROLLBACK_SUCCESSFUL", statusReason: "tasks failed to start" }
      : { status: "SUCCESSFUL" };
  }
}

/** As ECS does it, behind Pulumi's back. */
function takeBack(account: Account, service: Standing, taskDefinition: string): void {
  const resource = { ...service, inputs: { ...service.inputs, taskDefinition } };
  account.append({ at: Date.now(), operation: "update", began: Date.now(), resource });
}

function only(account: Account, type: string, is: (resource: Standing) => boolean): Standing {
  const found = account.resources().find((each) => each.type === type && is(each));
  if (!found) throw new Error(`the account has no such ${type}`);
  return found;
}
