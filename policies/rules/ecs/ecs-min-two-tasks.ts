import { badStack, type CaseResource, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";

const SERVICE = "aws:ecs/service:Service";
const TARGET = "aws:appautoscaling/target:Target";

const service = (props: object): CaseResource => ({ type: SERVICE, name: "web", props: { name: "web-1", ...props } });
const scaling = (minCapacity: unknown, props: object = {}, refers = ["web"]): CaseResource => ({
  type: TARGET,
  name: "scaling",
  props: { resourceId: UNKNOWN, minCapacity, ...props },
  refers: { resourceId: refers },
});

export const ecsMinTwoTasks: Rule = {
  id: "ecs-min-two-tasks",
  title: "A service never has less than two tasks",
  severity: "medium",
  controls: { nist: ["CP-10", "SC-5(2)"] },
  why: "A single task is an outage whenever it fails, its host is patched or its availability zone is gone.",
  fix: "Set desiredCount to at least 2, and minCapacity too where an aws.appautoscaling.Target scales the service.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-high-availability.html",
  types: [SERVICE],
  parameters: {
    tasks: { type: "integer", minimum: 1, default: 2, description: "Least number of tasks of a service." },
  },
  checkStack({ subject, props, stack, violated, params }) {
    if (props.at("schedulingStrategy").string() === "DAEMON") return;
    const desired = props.at("desiredCount");
    const targets = targetsOf(stack, subject);
    const fewest = targets.length > 0 ? targets.map((target) => target.props.at("minCapacity")) : [desired];
    if (fewest.some((count) => (count.number() ?? 0) < params.tasks))
      violated(desired, `at least ${params.tasks} tasks, scaled or not`, "fewer");
  },
  cases: {
    stack: [
      goodStack("two tasks", [service({ desiredCount: 2 })]),
      goodStack("two tasks, as text", [service({ desiredCount: "2" })]),
      goodStack("scaled from two", [service({}), scaling(2)]),
      goodStack("scaled from two, started with one", [service({ desiredCount: 1 }), scaling(2)]),
      goodStack("scaled by its known name", [service({}), scaling(2, { resourceId: "service/main/web-1" }, [])]),
      goodStack("one task on each instance", [service({ schedulingStrategy: "DAEMON" })]),
      goodStack("one task where one is enough", [service({ desiredCount: 1 })], { tasks: 1 }),
      badStack("one task", [service({ desiredCount: 1 })], "desiredCount"),
      badStack("AWS's default left, which is none", [service({})], "desiredCount"),
      badStack("scaled from one", [service({ desiredCount: 2 }), scaling(1)], "desiredCount"),
      badStack(
        "another service is scaled",
        [service({}), scaling(2, { resourceId: "service/main/web-12" }, [])],
        "desiredCount",
      ),
      badStack("two where three are wanted", [service({ desiredCount: 2 })], "desiredCount", { tasks: 3 }),
      unknownStack("number not known", [service({ desiredCount: UNKNOWN })], "desiredCount"),
      unknownStack("least number not known", [service({}), scaling(UNKNOWN)], "minCapacity"),
      unknownStack(
        "some service is scaled",
        [service({ desiredCount: 2 }), scaling(1, {}, [])],
        "resourceId of scaling",
      ),
    ],
  },
};

/** What scales a service: by reference, or named `service/<cluster>/<service>`. */
function targetsOf(stack: StackIndex, service: Subject): Subject[] {
  const name = service.props.at("name");
  const named = stack.ofTypes([TARGET]).filter(({ props }) => {
    const resourceId = props.at("resourceId");
    if (name.isUnknown() || resourceId.isUnknown()) return false;
    return resourceId.string()?.endsWith(`/${name.string()}`) === true;
  });
  return named.length > 0 ? named : stack.pointingAt(service, [TARGET], "resourceId");
}
