import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { isWritten } from "../../kernel/is-written";
import { writtenList } from "../../kernel/written-list";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE } from "./databases";

export const PARAMETER_GROUP = "aws:rds/parameterGroup:ParameterGroup";
export const CLUSTER_PARAMETER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

/** Where each kind of database names its parameter group. */
const PROPERTY_OF: { [type: string]: string } = {
  [INSTANCE]: "parameterGroupName",
  [CLUSTER]: "dbClusterParameterGroupName",
  [CLUSTER_INSTANCE]: "dbParameterGroupName",
};

/** The property in which a database names its parameter group. */
export const groupPropertyOf = ({ type }: Subject): string => PROPERTY_OF[type] ?? "parameterGroupName";

/** What the parameter group of a database sets, by name in lower case: nothing in AWS's own; undefined for one of another stack. */
export function parametersOf(stack: StackIndex, database: Subject): Map<string, Value> | undefined {
  const property = groupPropertyOf(database);
  if (!isWritten(database, property)) return new Map();
  const groups = stack.targets(database, property, [PARAMETER_GROUP, CLUSTER_PARAMETER_GROUP]);
  const isOfAws = groups.length === 0 && database.props.at(property).string()?.startsWith("default.");
  if (groups.length === 0 && !isOfAws) return undefined;
  const parameters = groups.flatMap((group) => writtenList(group, "parameters"));
  return new Map(parameters.map((each) => [each.at("name").string()?.toLowerCase() ?? "", each.at("value")]));
}

/** Whether a parameter's value means on. */
export const isOn = (value: Value): boolean => ["1", "on", "true"].includes(value.string()?.toLowerCase() ?? "");

/** The engine of a database as the program writes it, in lower case. */
export const writtenEngineOf = (database: Subject): string | undefined =>
  writtenText(database, "engine")?.toLowerCase();

/** The engine's version as the program writes it, `10.11.6` as [10, 11, 6]; left out, AWS chooses a new one. */
export const writtenVersionOf = (database: Subject): number[] | undefined =>
  writtenText(database, "engineVersion")
    ?.split(".")
    .map((part) => Number.parseInt(part, 10));

const writtenText = (database: Subject, property: string): string | undefined =>
  isWritten(database, property) ? database.props.at(property).string() : undefined;
