import { PoliciesOfStack } from "../iam/policies-of-stack";
import { deployedStacks } from "../program/deployed-stacks";
import { callText } from "./call";
import { confusedDeputies, STRANGERS } from "./outsiders";
import { serviceCallsOf } from "./service-duties";
import { universeOf } from "./universe";

/** What AWS does not let anybody narrow, with the page that says so. */
const UNAVOIDABLE: { service: string; action: string; source: string }[] = [
  {
    // A key of a topic that takes events cannot ask whose they are; the topic's own policy does.
    service: "events.amazonaws.com",
    action: "kms:Decrypt",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  },
  {
    // Only a bucket's owner can name a role of the same account in its replication rules.
    service: "s3.amazonaws.com",
    action: "sts:AssumeRole",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html",
  },
  // Of these three the pages show trust without a condition: the role is passed by somebody of the account.
  {
    service: "lambda.amazonaws.com",
    action: "sts:AssumeRole",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
  },
  {
    service: "chatbot.amazonaws.com",
    action: "sts:AssumeRole",
    source: "https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html",
  },
  {
    service: "ecs.amazonaws.com",
    action: "sts:AssumeRole",
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html",
  },
];

/** The exceptions that some stack needed. */
const needed = new Set<(typeof UNAVOIDABLE)[number]>();

describe.each(deployedStacks())("%s", (_file, deployed) => {
  it("answers nobody of another account, and nobody without one", async () => {
    const stack = await deployed();
    const policies = new PoliciesOfStack(stack);
    const admitted = universeOf(stack).flatMap((call) =>
      STRANGERS.flatMap((caller) => {
        const { allowed, reason } = policies.decide({ caller, context: {}, ...call }, false);
        return allowed ? [`${callText(call)}: ${reason}`] : [];
      }),
    );
    expect(admitted).toEqual([]);
  }, 60_000);

  it("serves services of AWS for its own account alone", async () => {
    const stack = await deployed();
    const policies = new PoliciesOfStack(stack);
    const deputies = confusedDeputies(stack);
    const admitted = deputies.flatMap((request) => {
      const { allowed, reason } = policies.decide(request, false);
      const service = request.caller.kind === "service" ? request.caller.name : "";
      const exception = UNAVOIDABLE.find((each) => each.service === service && each.action === request.action);
      if (allowed && exception) needed.add(exception);
      return allowed && !exception ? [`${service} ${callText(request)}: ${reason}`] : [];
    });
    expect(deputies.length).toBeGreaterThan(10);
    expect(admitted).toEqual([]);
  }, 60_000);

  it("lets the services of AWS in that log, alarm and serve for it", async () => {
    const stack = await deployed();
    const policies = new PoliciesOfStack(stack);
    const calls = serviceCallsOf(stack);
    const refused = calls.flatMap(({ service, ...call }) => {
      const caller = { kind: "service" as const, name: service };
      const { allowed, reason } = policies.decide({ caller, context: {}, ...call }, false);
      return allowed ? [] : [`${service} ${callText(call)}: ${reason}`];
    });
    expect(calls.length).toBeGreaterThan(20);
    expect(refused).toEqual([]);
  }, 60_000);
});

it("makes no exception that no stack needs", () => {
  expect([...needed]).toHaveLength(UNAVOIDABLE.length);
});
