import { readFileSync } from "node:fs";
import { labelOf } from "./urn";

/** What the engine does with a resource; a replacement comes as several operations. */
export type Operation = "same" | "create" | "update" | "delete" | "replace" | "create-replacement" | "delete-replaced";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- inputs of every shape
type Properties = { [property: string]: any };

export interface ResourceState {
  type: string;
  urn: string;
  custom?: boolean;
  parent: string;
  inputs: Properties;
}

export interface StepMetadata {
  op: string;
  urn: string;
  type: string;
  old: ResourceState | null;
  new: ResourceState | null;
}

/** One line of the engine's log, as far as tests read it. */
interface EngineEvent {
  resourcePreEvent?: { metadata: StepMetadata };
  resOutputsEvent?: { metadata: StepMetadata };
  diagnosticEvent?: { urn?: string; message: string; severity: string };
  policyEvent?: { resourceUrn?: string; message: string; policyName: string; enforcementLevel: string };
}

/** The stack itself, and the providers that the engine makes where a resource names none. */
const BOOKKEEPING = /::pulumi:pulumi:Stack::|::pulumi:providers:[\w-]+::default/;

/** What changes, each resource as `type name`, sorted. */
export interface Changes {
  created: string[];
  updated: string[];
  replaced: string[];
  deleted: string[];
}

/** What the engine said and did in one run. */
export class EventLog {
  private readonly events: EngineEvent[];

  constructor(file: string) {
    // The last line of a CLI that was killed may be half a line.
    this.events = readFileSync(file, "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as EngineEvent);
  }

  /** What the engine began to do, in order. */
  steps(): StepMetadata[] {
    return this.events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  }

  /** The resources as they shall be. */
  resources(): ResourceState[] {
    return this.steps().flatMap(({ op, new: state }) => (state && op !== "delete" ? state : []));
  }

  changes(): Changes {
    const of = (...operations: string[]): string[] =>
      [
        ...new Set(
          this.steps()
            .filter(({ op, urn }) => operations.includes(op) && !BOOKKEEPING.test(urn))
            .map(({ urn }) => labelOf(urn)),
        ),
      ].sort();
    return { created: of("create"), updated: of("update"), replaced: of("replace"), deleted: of("delete") };
  }

  errors(): { resource: string | undefined; message: string }[] {
    return this.events.flatMap(({ diagnosticEvent: event }) =>
      event?.severity === "error"
        ? [{ resource: event.urn === undefined ? undefined : labelOf(event.urn), message: withoutColor(event.message) }]
        : [],
    );
  }

  violations(level = "mandatory"): { resource: string | undefined; policy: string; message: string }[] {
    return this.events.flatMap(({ policyEvent: event }) =>
      event?.enforcementLevel === level
        ? [
            {
              resource: event.resourceUrn === undefined ? undefined : labelOf(event.resourceUrn),
              policy: event.policyName,
              message: withoutColor(event.message),
            },
          ]
        : [],
    );
  }
}

const withoutColor = (text: string): string => text.replace(/<\{%[^%]*%\}>/g, "");
