export { UNKNOWN } from "./unknown";

export type Properties = { [name: string]: unknown };

/** What a rule must say of a case: `paths` are the property paths of its violations, or what stays undetermined mentions. */
export interface Expectation {
  name: string;
  verdict: "good" | "bad" | "unknown";
  paths: string[];
  /** Which of several findings these are, where a case is about that; in any order. */
  parts?: string[];
  params?: Properties;
}

export interface ResourceCase extends Expectation {
  /** One of the rule's types; the first when absent. */
  type?: string;
  props: Properties;
  options?: { protect?: boolean; ignoreChanges?: string[]; providerRegion?: string };
  /** False where the rule's remedy cannot mend it: nothing tells the right value, or another resource is needed. */
  remediable?: false;
}

export interface CaseResource {
  type: string;
  name: string;
  props: Properties;
  /** Region of the provider. */
  providerRegion?: string;
  /** By property, the logical names of the resources that it refers to. */
  refers?: { [property: string]: string | string[] };
}

export interface StackCase extends Expectation {
  resources: CaseResource[];
  /** False where the rule's remedy cannot mend it. */
  remediable?: false;
}

type Extra<Case> = Partial<Omit<Case, "name" | "verdict" | "paths" | "props" | "resources">>;

/** A resource that satisfies the rule. */
export const good = (name: string, props: Properties, extra?: Extra<ResourceCase>): ResourceCase =>
  resourceCase("good")(name, props, [], extra);

/** A resource that breaks the rule at these paths, and at no other. */
export const bad = resourceCase("bad");

/** A resource of which the rule cannot tell before deployment, because of the values at these paths. */
export const unknown = resourceCase("unknown");

/** A stack that satisfies the rule. */
export const goodStack = (name: string, resources: CaseResource[], params?: Properties): StackCase =>
  stackCase("good")(name, resources, [], params);

/** A stack in which resources break the rule at these paths, and at no other. */
export const badStack = stackCase("bad");

/** A stack of which the rule cannot tell before deployment. */
export const unknownStack = stackCase("unknown");

function resourceCase(verdict: Expectation["verdict"]) {
  return (
    name: string,
    props: Properties,
    paths: string | string[],
    extra: Extra<ResourceCase> = {},
  ): ResourceCase => ({
    name,
    verdict,
    paths: [paths].flat(),
    props,
    ...extra,
  });
}

function stackCase(verdict: Expectation["verdict"]) {
  return (name: string, resources: CaseResource[], paths: string | string[], params?: Properties): StackCase => ({
    name,
    verdict,
    paths: [paths].flat(),
    resources,
    ...(params && { params }),
  });
}
