import { type Context, valuesOf } from "./context";
import { Unsupported } from "./unsupported";

/** A text with `*` and `?`, and with `${key}` where the document has variables, made ready to compare. */
export type Pattern = RegExp;

const PARTS = /\$\{([^}]*)\}|[*?]|[^*?$]+|\$/g;

/**
 * Policy variables stand for one value of the request, in which `*` and `?` are plain signs; `${*}`, `${?}` and `${$}`
 * are those signs themselves (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
 * Undefined where a variable has no value and no default: such a pattern matches nothing.
 */
export function patternOf(text: string, context: Context, hasVariables: boolean): Pattern | undefined {
  if (hasVariables && text.includes("${")) return made(text, context, hasVariables);
  const known = ALWAYS_THE_SAME.get(text) ?? made(text, context, false);
  if (known) ALWAYS_THE_SAME.set(text, known);
  return known;
}

/** Patterns without variables, which a proof asks thousands of times. */
const ALWAYS_THE_SAME = new Map<string, Pattern>();

function made(text: string, context: Context, hasVariables: boolean): Pattern | undefined {
  let source = "";
  for (const [part, variable] of text.matchAll(PARTS)) {
    if (part === "*") source += "[^]*";
    else if (part === "?") source += "[^]";
    else if (variable === undefined || !hasVariables) source += literal(part);
    else {
      const value = valueOfVariable(variable, context);
      if (value === undefined) return undefined;
      source += literal(value);
    }
  }
  return new RegExp(`^${source}$`);
}

/**
 * Ends the proof where something is said of all but a text whose variable has no value: IAM's documentation does not
 * tell what that means.
 */
export function mustResolve(text: string, context: Context, hasVariables: boolean): void {
  if (patternOf(text, context, hasVariables) === undefined)
    throw new Unsupported(`all but ${text}, which has no value`);
}

/** Whether a text is one of those that the pattern stands for. */
export function matches(text: string, written: string, context: Context, hasVariables: boolean): boolean {
  return patternOf(written, context, hasVariables)?.test(text) ?? false;
}

/** The text with its variables replaced, where wildcards mean nothing. */
export function resolved(text: string, context: Context, hasVariables: boolean): string | undefined {
  if (!hasVariables) return text;
  let missing = false;
  const result = text.replace(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const value = valueOfVariable(variable, context);
    missing ||= value === undefined;
    return value ?? "";
  });
  return missing ? undefined : result;
}

function valueOfVariable(variable: string, context: Context): string | undefined {
  if (["*", "?", "$"].includes(variable)) return variable;
  const [, key = "", fallback] = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(variable) ?? [];
  if (key === "") throw new Unsupported(`the policy variable \${${variable}}`);
  const values = valuesOf(context, key);
  if (values !== undefined && values.length !== 1) throw new Unsupported(`a variable of several values, ${key}`);
  return values?.[0] ?? fallback;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
