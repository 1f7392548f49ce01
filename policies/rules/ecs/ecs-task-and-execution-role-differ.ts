import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
const ROLE = "aws:iam/role:Role";
const arn = "arn:aws:iam::123456789012:role";

const roles: CaseResource[] = [
  { type: ROLE, name: "task", props: { arn: UNKNOWN } },
  { type: ROLE, name: "execution", props: { arn: `${arn}/execution` } },
];
const tasks = (props: Properties, refers: { [property: string]: string } = {}): CaseResource[] => [
  ...roles,
  { type: TASK_DEFINITION, name: "web", props, refers },
];
const unknownArns = { taskRoleArn: UNKNOWN, executionRoleArn: UNKNOWN };

export const ecsTaskAndExecutionRoleDiffer: Rule = {
  id: "ecs-task-and-execution-role-differ",
  title: "The application's role is not the one that starts its tasks",
  severity: "medium",
  controls: { nist: ["AC-6", "AC-5"] },
  references: { checkov: ["CKV_AWS_249"] },
  why: "The role that starts tasks reads their secrets and pulls their images; the application needs neither right.",
  fix: "Give taskRoleArn and executionRoleArn each an aws.iam.Role of its own.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  types: [TASK_DEFINITION],
  checkStack({ subject, props, stack, violated }) {
    const task = props.at("taskRoleArn");
    // A task that calls nothing of AWS needs no role, and one without secrets and private images no execution role.
    if (!task.isSet() || !props.at("executionRoleArn").isSet()) return;
    if (isSameRole(stack, subject)) violated(task, "a role other than executionRoleArn", "the same role");
  },
  cases: {
    stack: [
      goodStack("two roles", tasks(unknownArns, { taskRoleArn: "task", executionRoleArn: "execution" })),
      goodStack("two known ARNs", tasks({ taskRoleArn: `${arn}/a`, executionRoleArn: `${arn}/b` })),
      goodStack(
        "a role and one of another stack",
        tasks({ taskRoleArn: UNKNOWN, executionRoleArn: `${arn}/b` }, { taskRoleArn: "task" }),
      ),
      goodStack("no task role", tasks({ executionRoleArn: UNKNOWN })),
      goodStack("no execution role", tasks({ taskRoleArn: UNKNOWN })),
      badStack("one role", tasks(unknownArns, { taskRoleArn: "task", executionRoleArn: "task" }), "taskRoleArn"),
      badStack("one known ARN", tasks({ taskRoleArn: `${arn}/a`, executionRoleArn: `${arn}/a` }), "taskRoleArn"),
      badStack(
        "one role, by reference and by its known ARN",
        tasks({ taskRoleArn: `${arn}/execution`, executionRoleArn: UNKNOWN }, { executionRoleArn: "execution" }),
        "taskRoleArn",
      ),
      unknownStack("roles not known", tasks(unknownArns), "taskRoleArn"),
    ],
  },
};

function isSameRole(stack: StackIndex, subject: Subject): boolean {
  const task = stack.targets(subject, "taskRoleArn", [ROLE]);
  const execution = stack.targets(subject, "executionRoleArn", [ROLE]);
  if (task.length > 0 || execution.length > 0) return task.some((role) => execution.includes(role));
  return subject.props.at("taskRoleArn").string() === subject.props.at("executionRoleArn").string();
}
