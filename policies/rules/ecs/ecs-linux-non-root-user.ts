import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";
import { isWindows } from "./operating-system";

const running = (...users: unknown[]): Properties => ({
  containerDefinitions: JSON.stringify(users.map((user, index) => ({ name: `c${index}`, user }))),
});
const PATH = "containerDefinitions[0].user";

export const ecsLinuxNonRootUser: Rule = {
  id: "ecs-linux-non-root-user",
  title: "Every Linux container runs as a user other than root",
  severity: "medium",
  controls: { fsbp: ["ECS.20"], nist: ["AC-6"] },
  why: "Root inside a container is one flaw of the kernel or the runtime away from root outside of it.",
  fix: "Set user of every container to a number and group that the image's files belong to, e.g. 1000:1000.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    if (isWindows(props)) return;
    each(containersOf(props), (container) => {
      const user = container.at("user");
      const [name = ""] = user.string()?.split(":") ?? [];
      if (name === "")
        violated(user, "a user other than root", "none, which leaves it to the image", nameOf(container));
      if (/^(root|0+)$/.test(name)) violated(user, "a user other than root", "root", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("a number", running("1000")),
      good("a number that JSON keeps", running(1000)),
      good("a number and a group", running("1000:0")),
      good("a name", running("node")),
      good("Windows, which has no root", {
        ...running(undefined),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      }),
      bad("the image's own left", running(undefined), PATH),
      bad("an empty name", running(""), PATH),
      bad("a group alone", running(":1000"), PATH),
      ...["root", "0", "0:0", "root:root", "0:1000"].map((user) => bad(user, running(user), PATH)),
      bad("one of two", running("1000", "0"), "containerDefinitions[1].user"),
      bad("as a document", { containerDefinitions: [{ name: "web", user: "root" }] }, PATH),
      bad("no JSON", { containerDefinitions: "web" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown("user not known", { containerDefinitions: [{ user: UNKNOWN }] }, PATH),
    ],
  },
};
