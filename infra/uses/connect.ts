import { Connection, type ConnectionPeer } from "@platform/components/security-group";
import type * as pulumi from "@pulumi/pulumi";
import type { Grant } from "./grant";

/** One connection for each edge of a grant; what is not used is not reachable. */
export function connect(
  name: string,
  securityGroupId: pulumi.Input<string>,
  connections: Required<Grant>["connections"],
  opts: pulumi.ComponentResourceOptions,
): void {
  const from: ConnectionPeer = { label: name, securityGroupId };
  for (const [role, { to, port }] of Object.entries(connections)) {
    new Connection(`${name}-${role}`, { from, to, port }, opts);
  }
}
