import type { ResourceCase, StackCase } from "./cases";
import type { StackIndex } from "./stack-index";
import type { Subject } from "./subject";
import type { Value } from "./value";

export type Severity = "critical" | "high" | "medium" | "low";

/** Ids of the controls that a rule enforces, by framework, in the framework's own spelling. */
export interface Controls {
  /** AWS Foundational Security Best Practices, `ECS.2`. */
  fsbp?: string[];
  /** Security Hub controls outside that standard. */
  securityHub?: string[];
  /** CIS AWS Foundations Benchmark 5.0. */
  cis?: string[];
  /** NIST SP 800-53 revision 5. */
  nist?: string[];
}

/** Ids of the same check elsewhere, for people who move over. */
export interface References {
  checkov?: string[];
  cdkNag?: string[];
}

/** A setting of one rule: a JSON schema with its default and a sentence. */
export interface Parameter {
  type: "string" | "number" | "integer" | "boolean" | "array" | "object";
  items?: { type: "string" | "number" | "integer" };
  /** What the members of an object are, whatever their keys. */
  additionalProperties?: { type: "string" };
  minimum?: number;
  maximum?: number;
  enum?: string[];
  default: unknown;
  description: string;
}

/** What a check says when the demanded state does not hold. Never pass a property's value on: it may be a secret. */
export type Violated = (
  /** The property, or a path where there is no value to point at. */
  at: Value | string,
  /** The demanded state, in words. */
  expected: string,
  /** What is there instead, in words. */
  found: string,
  /** Which of several findings on one resource this is (an action, a port, a container), for exemptions. */
  part?: string,
) => void;

interface CheckContext {
  violated: Violated;
  /** Runs a check for each element so that an unknown one does not hide the others. */
  each<T>(elements: readonly T[], check: (element: T) => void): void;
  /** The rule's parameters, defaults filled in. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each rule declares its own parameters
  params: any;
}

export interface ResourceContext extends CheckContext {
  resource: Subject;
  /** Short for `resource.props`. */
  props: Value;
}

export interface RemedyContext extends Omit<ResourceContext, "violated"> {
  /**
   * Writes a value at a place or dotted path of the inputs; `undefined` removes what is there. Elements of a list are
   * removed from the last to the first, as their places move.
   */
  set(at: Value | string, value: unknown): void;
  /** Adds an element to the list at a place or dotted path of the inputs. */
  append(at: Value | string, element: unknown): void;
  /**
   * Writes a member of the object at a place or dotted path of the inputs, whatever characters its key has. Says
   * whether it did: what an exemption accepts stays as it is.
   */
  put(at: Value | string, key: string, value: unknown): boolean;
}

export interface StackContext extends CheckContext {
  subject: Subject;
  /** Short for `subject.props`. */
  props: Value;
  stack: StackIndex;
}

/** In a rule's types: every resource of the AWS provider. */
export const ANY_AWS = "aws:*";

export interface Rule {
  /** Permanent, lower case with hyphens: the policy's name and the file's. */
  id: string;
  /** One sentence that states what must hold. */
  title: string;
  severity: Severity;
  controls: Controls;
  references?: References;
  /** What can happen otherwise, in a sentence or two. */
  why: string;
  /** How to fix it in Pulumi TypeScript, in a sentence. */
  fix: string;
  /** AWS's own page. */
  url: string;
  /** Tokens of the resources that are checked, all twins; {@link ANY_AWS} for every resource of AWS. */
  types: string[];
  parameters?: { [name: string]: Parameter };
  /** Whether the rule is off unless the configuration gives it a level: for what not everybody wants or needs. */
  optIn?: boolean;
  /** Judges one resource by its own inputs. */
  check?(context: ResourceContext): void;
  /** Judges one resource by its partners in the stack; for what its own inputs cannot tell. */
  checkStack?(context: StackContext): void;
  /**
   * Changes the inputs of a resource that breaks the rule so that it holds, at level `remediate` only: plain settings
   * that replace nothing, need no other resource and break no service.
   */
  remedy?(context: RemedyContext): void;
  /**
   * Says what the remedy mends where the verdict takes the whole stack: what the resource lacks by itself, whoever its
   * partners are. A remedy sees one resource, before the stack is complete.
   */
  lacks?(context: ResourceContext): void;
  /** Shown in the catalogue and run as tests: good, bad (one for each way to break it) and unknown ones. */
  cases: { resource?: ResourceCase[]; stack?: StackCase[] };
}

/** Whether a rule is about resources of this type. */
export const appliesTo = (rule: Rule, type: string): boolean =>
  rule.types.includes(type) || (rule.types.includes(ANY_AWS) && type.startsWith("aws:"));
