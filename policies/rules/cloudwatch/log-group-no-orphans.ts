import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { UnknownValue } from "../../kernel/unknown";
import { containersOf, nameOf } from "../ecs/containers";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const PATH = "containerDefinitions[0].logConfiguration.options.awslogs-group";

const task = (logConfiguration: unknown, containerDefinitions?: unknown): CaseResource => ({
  type: TASK,
  name: "web",
  props: { containerDefinitions: containerDefinitions ?? JSON.stringify([{ name: "app", logConfiguration }]) },
});
const awslogs = (group: string) => ({ logDriver: "awslogs", options: { "awslogs-group": group } });
const group = (name: unknown): CaseResource => ({ type: GROUP, name: "logs", props: { name } });

export const logGroupNoOrphans: Rule = {
  id: "log-group-no-orphans",
  title: "Containers write to log groups that the stack creates",
  severity: "low",
  controls: { nist: ["AU-11"] },
  why: "A group that ECS creates at the first line is kept for ever, without a key, and stays when the stack goes.",
  fix: "Declare an aws.cloudwatch.LogGroup and use its name as awslogs-group.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html",
  types: [TASK],
  checkStack({ props, stack, each, violated }) {
    const names = stack.ofTypes([GROUP]).map((resource) => resource.props.at("name"));
    each(containersOf(props), (container) => {
      const log = container.at("logConfiguration");
      const wanted = log.at("options.awslogs-group");
      const name = wanted.string();
      if (log.at("logDriver").string() !== "awslogs" || name === undefined) return;
      if (names.some((known) => !known.isUnknown() && known.string() === name)) return;
      const [unclear] = names.filter((known) => known.isUnknown());
      if (unclear) throw new UnknownValue(`${unclear.path} of a log group`);
      violated(wanted, "a LogGroup of the stack", "a group that is not in the stack", nameOf(container));
    });
  },
  cases: {
    stack: [
      goodStack("a group of the stack", [task(awslogs("/shop/web")), group("/shop/web")]),
      goodStack("beside another whose name is not known", [
        task(awslogs("/shop/web")),
        group("/shop/web"),
        { ...group(UNKNOWN), name: "other" },
      ]),
      goodStack("another driver", [task({ logDriver: "awsfirelens", options: { "awslogs-group": "x" } })]),
      goodStack("no log", [task(undefined)]),
      goodStack("a log whose group is not named", [task({ logDriver: "awslogs" }), group("/shop/web")]),
      badStack("no group", [task(awslogs("/shop/web"))], PATH),
      badStack(
        "another group, as a document",
        [task(undefined, [{ logConfiguration: awslogs("/shop/web") }]), group("/shop")],
        PATH,
      ),
      badStack("no JSON", [task(undefined, "web")], "containerDefinitions"),
      unknownStack("containers not known", [task(undefined, UNKNOWN)], "containerDefinitions"),
      unknownStack("a group's name not known", [task(awslogs("/shop/web")), group(UNKNOWN)], "name of a log group"),
    ],
  },
};
