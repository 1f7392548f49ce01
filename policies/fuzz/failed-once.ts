import { bad, type ResourceCase, type StackCase } from "../kernel/cases";

const statement = (text: string) => JSON.stringify({ Statement: { Effect: "Allow", Action: text, Resource: text } });

/** What once made a rule fail or wait, by the rule's id: tried first in every run. */
export const failedOnce: {
  resource: { [rule: string]: ResourceCase[] };
  stack: { [rule: string]: StackCase[] };
} = {
  resource: {
    // A name that every object has was found in a table of engines.
    "rds-log-exports": [bad("an engine that no table has", { engine: "constructor" }, [])],
    // Wildcards were made a regular expression: too long a one, and one that goes on for years.
    "iam-passrole-scoped": [
      bad("an action of great length", { policy: statement("[".repeat(50_000)) }, []),
      bad("an action of many wildcards", { policy: statement("*a".repeat(40)) }, []),
    ],
  },
  stack: {},
};
