import type { Context } from "../iam/context";

/** One call to AWS, whoever makes it. */
export interface Call {
  /** `s3:GetObject` */
  action: string;
  /** ARN, or `*` for an action that knows no resources. */
  resource: string;
  /** What tells this call from another of the same action on the same resource. */
  context?: Context;
}

/** The call in one line, the same for equal calls. */
export function callText({ action, resource, context = {} }: Call): string {
  const keys = Object.keys(context).sort();
  const details = keys.map((key) => `${key}=${[context[key]].flat().join(",")}`);
  return `${action} ${resource}${details.length > 0 ? ` [${details.join(" ")}]` : ""}`;
}

export const on = (resource: string, ...actions: string[]): Call[] => actions.map((action) => ({ action, resource }));

/** The same calls with something more told. */
export const under = (context: Context, calls: Call[]): Call[] =>
  calls.map((call) => ({ ...call, context: { ...call.context, ...context } }));
