import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, engineOf, INSTANCE } from "./databases";

const PAID = ["postgres", "mysql", "aurora-postgresql", "aurora-mysql"];
const DISABLED = "open-source-rds-extended-support-disabled";
const running = (engine: string, engineVersion?: unknown, engineLifecycleSupport: unknown = DISABLED): Properties => ({
  engine,
  engineVersion,
  engineLifecycleSupport,
});

export const rdsEngineSupported: Rule = {
  id: "rds-engine-supported",
  title: "Databases run a version that AWS supports without a surcharge",
  severity: "medium",
  controls: { nist: ["SI-2", "SA-22"] },
  why: "After its end of support a version gets fixes only for $0.10 and more per vCPU and hour, which starts by itself.",
  fix: `Raise engineVersion, and set engineLifecycleSupport to ${DISABLED}.`,
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
  types: [INSTANCE, CLUSTER],
  parameters: {
    versions: {
      type: "array",
      items: { type: "string" },
      default: [
        ...["14", "15", "16", "17", "18"].map((version) => `postgres ${version}`),
        ...["14", "15", "16", "17", "18"].map((version) => `aurora-postgresql ${version}`),
        "mysql 8.4",
        "aurora-mysql 8.0",
        "aurora-mysql 8.4",
        ...["10.11", "11.4", "11.8"].map((version) => `mariadb ${version}`),
      ],
      description: "Engines with their major versions in standard support; an engine that is not named is not judged.",
    },
  },
  check({ props, violated, params }) {
    const engine = engineOf(props) ?? "";
    const majors = (params.versions as string[])
      .filter((entry) => entry.startsWith(`${engine} `))
      .map((entry) => entry.slice(engine.length + 1));
    const version = props.at("engineVersion");
    const text = version.string();
    if (text && majors.length > 0 && !majors.some((major) => text === major || text.startsWith(`${major}.`)))
      violated(version, "a version in standard support", "another", "version");
    const support = props.at("engineLifecycleSupport");
    if (PAID.includes(engine) && support.string() !== DISABLED)
      violated(support, DISABLED, "extended support, which is paid for", "support");
  },
  cases: {
    resource: [
      good("supported", running("postgres", "17")),
      good("supported, with its minor version", running("postgres", "16.4")),
      good("the newest, by AWS's choice", running("postgres")),
      good("Aurora MySQL", running("aurora-mysql", "8.0.mysql_aurora.3.08.0"), { type: CLUSTER }),
      good("MariaDB, which has no extended support", { engine: "mariadb", engineVersion: "11.4.3" }),
      good("an engine that is not judged", { engine: "oracle-se2", engineVersion: "19" }),
      good("replica, which has its source's", { replicateSourceDb: "orders" }),
      bad("out of support", running("postgres", "13.15"), "engineVersion"),
      bad("a number that only begins alike", running("mariadb", "11.40"), "engineVersion"),
      bad("out of one's own list", running("postgres", "14"), "engineVersion", {
        params: { versions: ["postgres 17"] },
      }),
      bad("AWS's default left, which is paid", { engine: "postgres" }, "engineLifecycleSupport"),
      bad(
        "paid support chosen",
        running("aurora-postgresql", "17", "open-source-rds-extended-support"),
        "engineLifecycleSupport",
        { type: CLUSTER },
      ),
      unknown("version not known", running("postgres", UNKNOWN), "engineVersion"),
      unknown("support not known", running("postgres", "17", UNKNOWN), "engineLifecycleSupport"),
    ],
  },
};
