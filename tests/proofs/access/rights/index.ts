import type { Call } from "../call";
import type { Scope } from "../scope";
import { buckets } from "./buckets";
import { database } from "./database";
import { files } from "./files";
import { mail } from "./mail";
import { models } from "./models";
import { queues } from "./queues";
import type { Right } from "./right";
import { placeOf, readSecret, secrets } from "./secrets";

/** By the key under `uses`. A new kind needs an entry here and one in tests/proofs/network/expected.ts. */
const RIGHTS: { [kind: string]: Right } = {
  buckets,
  cache: {
    execution: (scope) => (scope.task.uses.cache ? readSecret(placeOf(scope, "CACHE_AUTH_TOKEN")) : []),
  },
  database,
  files,
  mail,
  models,
  queues,
  secrets,
  // Who may call them is a matter of the network alone.
  services: {},
};

/** The rights of all kinds of use together. */
export function rightsOfUses(scope: Scope, role: keyof Right): Call[] {
  return Object.keys(scope.task.uses).flatMap((kind) => rightOf(kind)[role]?.(scope) ?? []);
}

function rightOf(kind: string): Right {
  const found = Object.hasOwn(RIGHTS, kind) ? RIGHTS[kind] : undefined;
  if (!found) {
    throw new Error(
      `services use ${kind}, of which least privilege is not proved: say in tests/proofs/access/rights which calls a ` +
        `task must be able to make for what it uses of it; all others are then tried and must be denied`,
    );
  }
  return found;
}
