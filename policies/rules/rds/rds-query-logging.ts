import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE } from "./databases";
import { cluster, groups, instance } from "./parameter-cases";
import { groupPropertyOf, PARAMETER_GROUP, parametersOf, writtenEngineOf } from "./parameter-groups";

/** The parameters that log statements, with the value that logs none: what each has by default. */
const LOGGING = { log_statement: "none", log_min_duration_statement: "-1" };

const postgres = { engine: "postgres", engineVersion: "17" };
const aurora = { engine: "aurora-postgresql", engineVersion: "16" };
const logging = { log_statement: "ddl", log_min_duration_statement: "1000" };
const member = {
  type: CLUSTER_INSTANCE,
  name: "orders-0",
  props: { clusterIdentifier: UNKNOWN, dbParameterGroupName: UNKNOWN },
  refers: { clusterIdentifier: "orders", dbParameterGroupName: "group" },
};

export const rdsQueryLogging: Rule = {
  id: "rds-query-logging",
  title: "PostgreSQL databases log changes of the schema and slow statements",
  severity: "low",
  controls: { nist: ["AU-12"] },
  references: { checkov: ["CKV2_AWS_27", "CKV2_AWS_30"] },
  why: "Without these lines nobody can tell who changed a table, or which statement held up all others.",
  fix: "Set log_statement to ddl and log_min_duration_statement to e.g. 1000 in the database's parameter group.",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html",
  types: [INSTANCE, CLUSTER],
  checkStack({ subject, props, stack, each, violated }) {
    if (!/^(aurora-)?postgres/.test(writtenEngineOf(subject) ?? "")) return;
    // An instance of Aurora may set what its cluster leaves open.
    const members = subject.type === CLUSTER ? stack.pointingAt(subject, [CLUSTER_INSTANCE], "clusterIdentifier") : [];
    const inForce = [subject, ...members].map((database) => parametersOf(stack, database));
    each(Object.entries(LOGGING), ([name, none]) => {
      const isLogged = inForce.some((parameters) => !parameters || (parameters.get(name)?.string() ?? none) !== none);
      if (!isLogged)
        violated(props.at(groupPropertyOf(subject)), `a parameter group with ${name}`, "none logged", name);
    });
  },
  cases: {
    stack: [
      goodStack("both logged", [instance(postgres), ...groups(logging)]),
      goodStack("both logged by the cluster", [cluster(aurora), member, ...groups(logging)]),
      goodStack("both logged by the members", [
        cluster(aurora),
        member,
        ...groups(logging).map((group) => (group.type === PARAMETER_GROUP ? group : { ...group, props: {} })),
      ]),
      goodStack("another engine", [instance({ engine: "mysql" }), ...groups({})]),
      goodStack("a group of another stack", [
        { ...instance({ ...postgres, parameterGroupName: "shared" }), refers: {} },
      ]),
      badStack(
        "AWS's group left",
        [{ ...instance({ ...postgres, parameterGroupName: undefined }), refers: {} }],
        ["parameterGroupName", "parameterGroupName"],
      ),
      badStack(
        "slow statements alone",
        [instance(postgres), ...groups({ log_min_duration_statement: 1000 })],
        "parameterGroupName",
      ),
      badStack("changes alone", [instance(postgres), ...groups({ log_statement: "ddl" })], "parameterGroupName"),
      badStack(
        "turned off",
        [instance(postgres), ...groups({ ...logging, log_statement: "none" })],
        "parameterGroupName",
      ),
      badStack(
        "turned off by a number",
        [instance(postgres), ...groups({ ...logging, log_min_duration_statement: -1 })],
        "parameterGroupName",
      ),
      badStack("a cluster", [cluster(aurora), ...groups({ log_statement: "ddl" })], "dbClusterParameterGroupName"),
      unknownStack("value not known", [instance(postgres), ...groups({ ...logging, log_statement: UNKNOWN })], "value"),
    ],
  },
};
