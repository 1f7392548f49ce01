import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { networkPathOf, TASK_STARTERS } from "./task-network";

const SERVICE = "aws:ecs/service:Service";

/** The path of the platform version, which stands beside the network configuration. */
const pathOf = (type: string): string => networkPathOf(type).replace(/networkConfiguration$/, "platformVersion");

const starting = (type: string, platformVersion: unknown): Properties =>
  pathOf(type)
    .split(".")
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), platformVersion) as Properties;

export const ecsPlatformLatest: Rule = {
  id: "ecs-platform-latest",
  title: "Fargate tasks run on the current platform version",
  severity: "medium",
  controls: { fsbp: ["ECS.10"], nist: ["SI-2"] },
  references: { checkov: ["CKV_AWS_332"] },
  why: "An old platform version has an old kernel and container runtime, and AWS retires it at a day of its choice.",
  fix: 'Remove platformVersion, or set it to "LATEST".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10",
  types: TASK_STARTERS,
  parameters: {
    versions: {
      type: "array",
      items: { type: "string" },
      default: ["1.4.0", "1.0.0"],
      description: "Platform versions that are current: Linux's and Windows's, whose numbers do not overlap.",
    },
  },
  check({ resource, props, violated, params }) {
    const version = props.at(pathOf(resource.type));
    const text = version.string();
    if (text && text !== "LATEST" && !params.versions.includes(text))
      violated(version, "LATEST, absent or the current version", "an older platform version");
  },
  // A service whose version is left out keeps the one that it has; the others take the latest.
  remedy: ({ resource, set }) => set(pathOf(resource.type), resource.type === SERVICE ? "LATEST" : undefined),
  cases: {
    resource: [
      good("provider's default left", { launchType: "FARGATE" }),
      good("the latest", { platformVersion: "LATEST" }),
      good("the current number", { platformVersion: "1.4.0" }),
      good("the current number of Windows", { platformVersion: "1.0.0" }),
      good("a number that became current", { platformVersion: "1.5.0" }, { params: { versions: ["1.5.0"] } }),
      bad("a number that was current", { platformVersion: "1.4.0" }, "platformVersion", {
        params: { versions: ["1.5.0"] },
      }),
      ...TASK_STARTERS.map((type) => bad(`an older number, ${type}`, starting(type, "1.3.0"), pathOf(type), { type })),
      unknown("version not known", { platformVersion: UNKNOWN }, "platformVersion"),
    ],
  },
};
