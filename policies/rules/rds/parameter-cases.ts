import { type CaseResource, UNKNOWN } from "../../kernel/cases";
import { CLUSTER, INSTANCE } from "./databases";
import { CLUSTER_PARAMETER_GROUP, PARAMETER_GROUP } from "./parameter-groups";

/** For cases: an instance that uses the parameter group called `group`. */
export const instance = (props: object): CaseResource => ({
  type: INSTANCE,
  name: "orders",
  props: { parameterGroupName: UNKNOWN, ...props },
  refers: { parameterGroupName: "group" },
});

/** For cases: a cluster that uses the cluster parameter group called `cluster-group`. */
export const cluster = (props: object): CaseResource => ({
  type: CLUSTER,
  name: "orders",
  props: { dbClusterParameterGroupName: UNKNOWN, ...props },
  refers: { dbClusterParameterGroupName: "cluster-group" },
});

/** For cases: the two groups, which set these parameters. */
export const groups = (parameters: { [name: string]: unknown }): CaseResource[] => {
  const props = { parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })) };
  return [
    { type: PARAMETER_GROUP, name: "group", props },
    { type: CLUSTER_PARAMETER_GROUP, name: "cluster-group", props },
  ];
};
