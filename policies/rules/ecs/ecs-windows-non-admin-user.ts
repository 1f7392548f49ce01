import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";
import { isWindows } from "./operating-system";

const running = (user: unknown, operatingSystemFamily: unknown = "WINDOWS_SERVER_2022_CORE"): Properties => ({
  runtimePlatform: { operatingSystemFamily },
  containerDefinitions: JSON.stringify([{ name: "web", user }]),
});
const PATH = "containerDefinitions[0].user";

export const ecsWindowsNonAdminUser: Rule = {
  id: "ecs-windows-non-admin-user",
  title: "Every Windows container runs as a user other than the administrator",
  severity: "medium",
  controls: { fsbp: ["ECS.21"], nist: ["AC-6"] },
  why: "An administrator inside a container can change all of it, and has a shorter way out to the host.",
  fix: 'Set user of every container to "ContainerUser" or to one that the image creates.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check({ props, each, violated }) {
    if (!isWindows(props)) return;
    each(containersOf(props), (container) => {
      const user = container.at("user");
      const name = user.string()?.toLowerCase();
      if (!name) violated(user, "a user without administrator rights", "none given", nameOf(container));
      if (name === "containeradministrator")
        violated(user, "a user without administrator rights", "the administrator", nameOf(container));
    });
  },
  cases: {
    resource: [
      good("the plain user", running("ContainerUser")),
      good("Linux", running(undefined, "LINUX")),
      good("provider's default platform, which is Linux", { containerDefinitions: "[{}]" }),
      bad("the image's own left", running(undefined), PATH),
      bad("the administrator", running("ContainerAdministrator"), PATH),
      bad("the administrator of an older family", running("containeradministrator", "WINDOWS_SERVER_2019_FULL"), PATH),
      bad(
        "as a document, in a list of one",
        {
          runtimePlatform: [{ operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" }],
          containerDefinitions: [{ user: "" }],
        },
        PATH,
      ),
      bad("no JSON", { ...running(""), containerDefinitions: "[" }, "containerDefinitions"),
      unknown("platform not known", running("app", UNKNOWN), "runtimePlatform.operatingSystemFamily"),
      unknown("containers not known", { ...running(""), containerDefinitions: UNKNOWN }, "containerDefinitions"),
    ],
  },
};
