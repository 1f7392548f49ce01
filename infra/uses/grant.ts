import type { PolicyStatement } from "@platform/components/iam";
import type { ConnectionPeer } from "@platform/components/security-group";
import type { FileMount, SecretSource } from "@platform/components/task";
import type * as pulumi from "@pulumi/pulumi";

type Variables = { [name: string]: pulumi.Input<string> };

/** What a task is given so that it can use something: nothing that is not in a grant is known, allowed or reachable. */
export interface Grant {
  /** Variables that say where the thing is. A value that is secret is never among them. */
  environment?: Variables;
  /** Names of variables with the ARN of what ECS puts there when it starts the task. */
  secrets?: Variables;
  /** What the execution role must be able to read for that. */
  secretSources?: SecretSource[];
  /** What the task's own role may do. */
  statements?: PolicyStatement[];
  /** File systems that the container sees as folders. */
  mounts?: FileMount[];
  /** What the task may open a connection to, each under the name that tells it from the task's others. */
  connections?: { [role: string]: { to: ConnectionPeer; port: pulumi.Input<number> } };
}

/** All grants of a task as one. */
export function together(grants: Grant[]): Required<Grant> {
  return {
    environment: Object.assign({}, ...grants.map(({ environment }) => environment)),
    secrets: Object.assign({}, ...grants.map(({ secrets }) => secrets)),
    secretSources: grants.flatMap(({ secretSources = [] }) => secretSources),
    statements: grants.flatMap(({ statements = [] }) => statements),
    mounts: grants.flatMap(({ mounts = [] }) => mounts),
    connections: Object.assign({}, ...grants.map(({ connections }) => connections)),
  };
}
