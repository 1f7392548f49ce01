import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE } from "./databases";
import { cluster, groups, instance } from "./parameter-cases";
import { groupPropertyOf, isOn, parametersOf, writtenEngineOf, writtenVersionOf } from "./parameter-groups";

/** The major version of each engine since which it refuses connections in the clear by itself. */
const FORCED_SINCE: ReadonlyMap<string | undefined, number> = new Map([
  ["postgres", 15],
  ["aurora-postgresql", 17],
]);
const PARAMETER = "rds.force_ssl";

const left = { refers: {} };

export const rdsForceTls: Rule = {
  id: "rds-force-tls",
  title: "PostgreSQL databases refuse connections in the clear",
  severity: "medium",
  controls: { fsbp: ["RDS.38"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV2_AWS_69"] },
  why: "Clients fall back to plain text when TLS fails, and send passwords and data through the network unseen.",
  fix: `Set ${PARAMETER} to 1 in the aws.rds.ParameterGroup (ClusterParameterGroup) that the database names.`,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-38",
  types: [INSTANCE, CLUSTER],
  checkStack({ subject, props, stack, violated }) {
    const forcedSince = FORCED_SINCE.get(writtenEngineOf(subject));
    const parameters = forcedSince === undefined ? undefined : parametersOf(stack, subject);
    if (forcedSince === undefined || !parameters) return;
    const [major = forcedSince] = writtenVersionOf(subject) ?? [];
    const setting = parameters.get(PARAMETER);
    if (setting ? !isOn(setting) : major < forcedSince)
      violated(props.at(groupPropertyOf(subject)), `a parameter group with ${PARAMETER} on`, "one that leaves it off");
  },
  cases: {
    stack: [
      goodStack("forced", [instance({ engine: "postgres", engineVersion: "14" }), ...groups({ [PARAMETER]: "1" })]),
      goodStack("forced, in other words", [
        instance({ engine: "postgres", engineVersion: "14" }),
        ...groups({ "RDS.force_ssl": "ON" }),
      ]),
      goodStack("default of a new version", [instance({ engine: "postgres", engineVersion: "15.4" }), ...groups({})]),
      goodStack("default of the version that AWS chooses", [instance({ engine: "postgres" }), ...groups({})]),
      goodStack("AWS's group, new version", [{ ...instance({ engine: "postgres", engineVersion: 17 }), ...left }]),
      goodStack("forced for Aurora", [
        cluster({ engine: "aurora-postgresql", engineVersion: "16.4" }),
        ...groups({ [PARAMETER]: 1 }),
      ]),
      goodStack("new Aurora", [cluster({ engine: "aurora-postgresql", engineVersion: "17.4" }), ...groups({})]),
      goodStack("another engine", [instance({ engine: "mysql", engineVersion: "8.4" }), ...groups({})]),
      goodStack("a group of another stack", [
        { ...instance({ engine: "postgres", engineVersion: "14", parameterGroupName: "shared" }), ...left },
      ]),
      badStack(
        "turned off",
        [instance({ engine: "postgres", engineVersion: "17" }), ...groups({ [PARAMETER]: "0" })],
        "parameterGroupName",
      ),
      badStack(
        "left to an old version",
        [instance({ engine: "postgres", engineVersion: "14.9" }), ...groups({})],
        "parameterGroupName",
      ),
      badStack(
        "AWS's group, old version",
        [{ ...instance({ engine: "postgres", engineVersion: "14", parameterGroupName: undefined }), ...left }],
        "parameterGroupName",
      ),
      badStack(
        "AWS's group by name",
        [
          {
            ...instance({ engine: "postgres", engineVersion: "14", parameterGroupName: "default.postgres14" }),
            ...left,
          },
        ],
        "parameterGroupName",
      ),
      badStack(
        "left to an older Aurora",
        [cluster({ engine: "aurora-postgresql", engineVersion: "16.4" }), ...groups({})],
        "dbClusterParameterGroupName",
      ),
      unknownStack("value not known", [instance({ engine: "postgres" }), ...groups({ [PARAMETER]: UNKNOWN })], "value"),
      unknownStack(
        "parameters not known",
        [
          instance({ engine: "postgres" }),
          ...groups({}).map((group) => ({ ...group, props: { parameters: UNKNOWN }, refers: { parameters: "x" } })),
        ],
        "parameters of group",
      ),
    ],
  },
};
