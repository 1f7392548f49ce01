import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { containersOf, nameOf } from "./containers";
import { isWindows } from "./operating-system";

const running = (capabilities: unknown): Properties => ({
  containerDefinitions: JSON.stringify([{ name: "web", linuxParameters: { capabilities } }]),
});
const PATH = "containerDefinitions[0].linuxParameters.capabilities";

export const ecsDropCapabilities: Rule = {
  id: "ecs-drop-capabilities",
  title: "Every container gives up the kernel's privileges",
  severity: "low",
  controls: { nist: ["AC-6", "CM-7"] },
  why: "A container keeps a dozen rights of root that web applications never use and attackers do.",
  fix: 'Set linuxParameters.capabilities of every container to { drop: ["ALL"] }, and add none.',
  url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  parameters: {
    allowed: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Capabilities that containers may add, e.g. NET_BIND_SERVICE.",
    },
  },
  check({ props, each, violated, params }) {
    if (isWindows(props)) return;
    each(containersOf(props), (container) => {
      const name = nameOf(container) ?? "container";
      const [add, drop] = [
        container.at("linuxParameters.capabilities.add"),
        container.at("linuxParameters.capabilities.drop"),
      ];
      each(add.list(), (capability) => {
        const added = capability.string() ?? "";
        if (!params.allowed.includes(added)) violated(capability, "no more rights", "one more", `${name}.${added}`);
      });
      if (!drop.strings().includes("ALL")) violated(drop, "ALL", "something kept", name);
    });
  },
  cases: {
    resource: [
      good("all given up", running({ drop: ["ALL"] })),
      good("all given up, with empty lists as ECS gives them back", running({ add: [], drop: ["ALL"] })),
      good("one allowed", running({ add: ["NET_BIND_SERVICE"], drop: "ALL" }), {
        params: { allowed: ["NET_BIND_SERVICE"] },
      }),
      good("Windows, which has none", {
        containerDefinitions: "[{}]",
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      }),
      bad("AWS's default left", running(undefined), `${PATH}.drop`),
      bad("some given up", running({ drop: ["NET_RAW"] }), `${PATH}.drop`),
      bad("one added", running({ add: ["SYS_PTRACE"], drop: ["ALL"] }), `${PATH}.add[0]`),
      bad("no JSON", { containerDefinitions: "web" }, "containerDefinitions"),
      unknown("containers not known", { containerDefinitions: UNKNOWN }, "containerDefinitions"),
      unknown(
        "one added that is not known",
        { containerDefinitions: [{ linuxParameters: { capabilities: { add: [UNKNOWN], drop: ["ALL"] } } }] },
        `${PATH}.add[0]`,
      ),
    ],
  },
};
