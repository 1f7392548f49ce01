import type { EngineStack } from "../../../engine/stack";
import { lostAndOrphaned } from "../lost-and-orphaned";
import { failuresIn } from "./failing";

/** Lets the credentials run out after so many operations: what is under way then is told by its name, and nothing is lost. */
export async function runOutOfCredentials(stack: EngineStack, operations: number): Promise<void> {
  const after = stack.account.events().length + operations;
  const code = "ExpiredTokenException";
  const message = "The security token included in the request is expired";
  stack.disturb({ faults: [{ id: "expired", operation: "any", after, code, message }] });
  const { log, status } = await stack.up();
  expect(status).not.toBe(0);
  const failures = failuresIn(log);
  expect(failures).not.toEqual([]);
  failures.forEach((failure) =>
    expect(failure).toEqual({
      resource: expect.stringMatching(/^(aws|random|pulumi-nodejs):/),
      message: expect.stringContaining(`${code}: ${message}`),
    }),
  );
  expect(await lostAndOrphaned(stack)).toEqual([]);
  stack.disturb({});
}
