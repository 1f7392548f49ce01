import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import { isNarrowed, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { identityPoliciesOf } from "../iam/identity-policies";

const SCHEDULE = "aws:scheduler/schedule:Schedule";
const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const ROLE_ARN = "arn:aws:iam::123456789012:role/schedule";
const SERVICE = "scheduler.amazonaws.com";
const ofAccount = { StringEquals: { "aws:SourceAccount": "123456789012" } };

const trust = (service: unknown = SERVICE, condition: object = ofAccount): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Principal: { Service: service }, Condition: condition } });
const allow = (action: unknown): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "*" } });
const schedule: CaseResource = {
  type: SCHEDULE,
  name: "nightly",
  props: { target: { arn: "arn", roleArn: UNKNOWN } },
  refers: { target: "role" },
};
const role = (assumeRolePolicy: unknown, props: object = {}): CaseResource => ({
  type: ROLE,
  name: "role",
  props: { arn: ROLE_ARN, name: "schedule", assumeRolePolicy, ...props },
});
const policy = (document: unknown): CaseResource => ({
  type: POLICY,
  name: "policy",
  props: { role: "schedule", policy: document },
});

export const schedulerRoleScoped: Rule = {
  id: "scheduler-role-scoped",
  title: "The role of a schedule is for the scheduler and its target alone",
  severity: "medium",
  controls: { nist: ["AC-6"] },
  why: "Whoever may change a schedule acts with its role: what the role may do beyond the target is his.",
  fix: "Give the schedule an aws.iam.Role of its own, bound to aws:SourceAccount, that names the actions of its target.",
  url: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role",
  types: [SCHEDULE],
  checkStack({ subject, stack, each, violated }) {
    const path = "target.roleArn";
    each(rolesOf(subject, stack), (target) => {
      if (!statementsOf(target.props.at("assumeRolePolicy")).every(isForScheduler))
        violated(path, "a role that only the scheduler takes, for one account", "a wider trust", "trust");
      const separate = stack.pointingAt(target, [POLICY], "role");
      const documents = [target, ...separate].flatMap((holder) => identityPoliciesOf(holder));
      if (documents.some((document) => statementsOf(document).some(hasWildcard)))
        violated(path, "a role with named actions", "a wildcard in its policy", "actions");
    });
  },
  cases: {
    stack: [
      goodStack("scoped", [schedule, role(trust()), policy(allow(["ecs:RunTask", "iam:PassRole"]))]),
      goodStack("by its known ARN, policy inside", [
        { ...schedule, props: { target: { roleArn: ROLE_ARN } }, refers: {} },
        role(trust(), { inlinePolicies: [{ policy: allow("sqs:SendMessage") }] }),
      ]),
      goodStack("a role of another stack", [
        { ...schedule, props: { target: { roleArn: `${ROLE_ARN}-2` } }, refers: {} },
        role(trust("ec2.amazonaws.com")),
      ]),
      goodStack("a role of another stack beside one whose ARN is not known", [
        { ...schedule, props: { target: { roleArn: ROLE_ARN } }, refers: {} },
        role(trust("ec2.amazonaws.com"), { arn: UNKNOWN }),
      ]),
      goodStack("beside the role of its task", [
        { ...schedule, refers: { target: ["role", "task"] } },
        role(trust()),
        { ...role(trust("ecs-tasks.amazonaws.com", {})), name: "task" },
      ]),
      goodStack("with what is denied", [
        schedule,
        role(
          JSON.stringify({
            Statement: [
              JSON.parse(trust()).Statement,
              { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
            ],
          }),
        ),
        policy(allow("s3:*").replace("Allow", "Deny")),
      ]),
      badStack(
        "shared with another service",
        [schedule, role(trust(["scheduler.amazonaws.com", "ecs-tasks.amazonaws.com"]))],
        "target.roleArn",
      ),
      badStack(
        "of another service",
        [{ ...schedule, props: { target: { roleArn: ROLE_ARN } }, refers: {} }, role(trust("ecs-tasks.amazonaws.com"))],
        "target.roleArn",
      ),
      badStack(
        "shared by a second statement",
        [
          schedule,
          role({
            Statement: [
              JSON.parse(trust()).Statement,
              { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" } },
            ],
          }),
        ],
        "target.roleArn",
      ),
      badStack("for every account", [schedule, role(trust(undefined, {}))], "target.roleArn"),
      badStack("a wildcard beside it", [schedule, role(trust()), policy(allow("ecs:*"))], "target.roleArn"),
      badStack(
        "a wildcard in one policy of two, in one action of two",
        [
          schedule,
          role(trust(), { inlinePolicies: [{ policy: allow("sqs:SendMessage") }] }),
          policy(allow(["ecs:RunTask", "s3:*"])),
        ],
        "target.roleArn",
      ),
      badStack(
        "all actions but one",
        [schedule, role(trust()), policy(allow("iam:PassRole").replace("Action", "NotAction"))],
        "target.roleArn",
      ),
      badStack(
        "a wildcard inside",
        [schedule, role(trust(), { inlinePolicies: { policy: JSON.parse(allow(["*"])) } })],
        "target.roleArn",
      ),
      unknownStack("policy not known", [schedule, role(trust()), policy(UNKNOWN)], "policy"),
      unknownStack("role not known", [{ ...schedule, refers: {} }, role(trust())], "target.roleArn"),
    ],
  },
};

function rolesOf(schedule: Subject, stack: StackIndex): Subject[] {
  const arn = schedule.props.at("target.roleArn");
  const roles = stack.ofTypes([ROLE]);
  // All that the target was computed from: beside its role also those that the task runs under.
  const referred = roles.filter(({ urn }) => schedule.references["target"]?.includes(urn));
  if (arn.isUnknown() && referred.length > 0) return referred.filter(isTakenByScheduler);
  const name = arn.string();
  return roles.filter(({ props }) => !props.at("arn").isUnknown() && props.at("arn").string() === name);
}

const isSchedulers = ({ principals }: Statement): boolean =>
  principals.some(({ kind, id }) => kind === "Service" && id === SERVICE);

const isTakenByScheduler = ({ props }: Subject): boolean =>
  statementsOf(props.at("assumeRolePolicy")).some(isSchedulers);

function isForScheduler(statement: Statement): boolean {
  const isAlone = isSchedulers(statement) && statement.principals.length === 1;
  return statement.effect === "Deny" || (isAlone && isNarrowed(statement));
}

const hasWildcard = ({ effect, actions, notActions }: Statement): boolean =>
  effect === "Allow" && (notActions.length > 0 || actions.some((action) => action.includes("*")));
