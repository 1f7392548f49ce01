import type { Violated } from "./rule";
import type { Value } from "./value";

/** Demands a KMS key of the customer's own: set, and not one of the keys that AWS manages (`alias/aws/…`). */
export function demandCustomerKey(key: Value, violated: Violated, part?: string): void {
  const id = key.string();
  if (!id) violated(key, "a KMS key of one's own", "nothing, which means a key of AWS's", part);
  else if (/(^|:)alias\/aws\//.test(id)) violated(key, "a KMS key of one's own", "a key that AWS manages", part);
}
