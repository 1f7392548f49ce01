import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Account } from "./account";
import { ServiceError } from "./service-error";

export type Operation = "create" | "read" | "update" | "delete";

/** Something that AWS refuses to do although nothing is wrong with the request. */
export interface Fault {
  id: string;
  operation: Operation | "any";
  /** Only for the resource of that URN. */
  urn?: string;
  /** How many events the account has to have seen before. */
  after?: number;
  /** How often it happens; for ever where it is not given. */
  times?: number;
  code: string;
  message: string;
}

/** What a test asks of the simulated AWS beside obedience. */
export interface Disturbances {
  faults?: Fault[];
  /** Milliseconds that an operation takes, by type; `*` for the others. */
  milliseconds?: { [operation in Operation]?: { [type: string]: number } };
}

export const DISTURBANCES_FILE = "disturbances.json";

/** Read anew for each operation, so that a test can change them while the engine runs. */
function readDisturbances(folder: string): Disturbances {
  const file = path.join(folder, DISTURBANCES_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Disturbances) : {};
}

/** @throws {ServiceError} when a fault is due. */
export async function disturb(
  folder: string,
  account: Account,
  operation: Operation,
  resource: { type: string; urn: string },
): Promise<void> {
  const { faults = [], milliseconds = {} } = readDisturbances(folder);
  const wait = milliseconds[operation]?.[resource.type] ?? milliseconds[operation]?.["*"] ?? 0;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const due = faults.find((fault) => isDue(fault, account, operation, resource));
  if (due) {
    account.append({ at: Date.now(), operation: "fault", fault: due.id });
    throw new ServiceError(due.code, due.message);
  }
}

function isDue(
  { id, operation: of, urn, after = 0, times = Infinity }: Fault,
  account: Account,
  operation: Operation,
  resource: { urn: string },
): boolean {
  const happened = (): number =>
    account.events().filter((event) => event.operation === "fault" && event.fault === id).length;
  return (
    (of === "any" || of === operation) &&
    (urn === undefined || urn === resource.urn) &&
    account.events().length >= after &&
    happened() < times
  );
}
