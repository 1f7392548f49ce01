import { isPublic, statementsOf } from "./policy-document";
import type { ResourceContext } from "./rule";
import type { Value } from "./value";

/** Reports every statement of a policy document that lets anybody in, by its Sid. */
export function reportPublicStatements(
  policy: Value,
  { each, violated }: Pick<ResourceContext, "each" | "violated">,
): void {
  each(statementsOf(policy), (statement) => {
    if (isPublic(statement))
      violated(policy, "named principals or a condition on the caller", "an Allow to everybody", statement.sid);
  });
}
