import { appendFileSync, closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Properties } from "@platform/simulator";
import { labelOf } from "../urn";

/** A resource that exists in the simulated account. */
export interface Standing {
  /** Tells it from every other resource of the account. */
  key: string;
  urn: string;
  type: string;
  region: string;
  id: string;
  inputs: Properties;
  outputs: Properties;
  /** What this resource gave to others to refer to it by: id, ARN, endpoints. */
  handles: string[];
  /** Keys of the resources that its inputs name. */
  references: string[];
}

/** What AWS keeps of a resource that was deleted. */
export interface Remains {
  what: string;
  /** A name that cannot be given again while it stays. */
  name?: string;
}

/** One thing that happened in the account, in order. */
export type Event =
  | { at: number; operation: "create" | "update"; began: number; resource: Standing }
  | { at: number; operation: "delete"; began: number; resource: Standing; remains?: Remains }
  | { at: number; operation: "fault"; fault: string };

/**
 * A simulated AWS account, kept as a journal that several processes append to: what it holds is what its events add up
 * to, and a process that is killed loses at most the event it was writing.
 */
export class Account {
  private readonly happened: Event[] = [];
  private readonly standing = new Map<string, Standing>();
  private readonly created = new Map<string, number>();
  private readonly journal: number;
  private offset = 0;

  constructor(private readonly file: string) {
    this.journal = openSync(file, "a+");
  }

  close(): void {
    closeSync(this.journal);
  }

  /** On a line of its own, whatever a process that was killed has left before it. */
  append(event: Event): void {
    appendFileSync(this.file, `\n${JSON.stringify(event)}\n`);
    this.catchUp();
  }

  /** Everything that has happened, in order. */
  events(): readonly Event[] {
    this.catchUp();
    return this.happened;
  }

  resources(): Standing[] {
    this.catchUp();
    return [...this.standing.values()];
  }

  get(key: string): Standing | undefined {
    this.catchUp();
    return this.standing.get(key);
  }

  /** The one of a label: `aws:rds/instance:Instance database`. */
  labelled(label: string): Standing | undefined {
    return this.resources().find(({ urn }) => labelOf(urn) === label);
  }

  /** How many resources were ever created for a URN. */
  createdFor(urn: string): number {
    this.catchUp();
    return this.created.get(urn) ?? 0;
  }

  /** Names that cannot be given again to that type in that region, since AWS still keeps what bore them. */
  keptNames(type: string, region: string): Set<string> {
    return new Set(
      this.events().flatMap((event) =>
        event.operation === "delete" && event.resource.type === type && event.resource.region === region
          ? (event.remains?.name ?? [])
          : [],
      ),
    );
  }

  /** What stays in the account although its resource is gone: snapshots, keys that wait for their deletion. */
  remains(): Remains[] {
    return this.events().flatMap((event) => (event.operation === "delete" && event.remains ? [event.remains] : []));
  }

  /** Reads what was appended since, by whichever process. */
  private catchUp(): void {
    const { size } = fstatSync(this.journal);
    if (size === this.offset) return;
    const buffer = Buffer.alloc(size - this.offset);
    readSync(this.journal, buffer, 0, buffer.length, this.offset);
    // A line without its end is still being written.
    const complete = buffer.lastIndexOf("\n") + 1;
    this.offset += complete;
    for (const line of buffer.toString("utf8", 0, complete).split("\n")) {
      const event = parsed(line);
      if (event) this.apply(event);
    }
  }

  private apply(event: Event): void {
    this.happened.push(event);
    if (event.operation === "fault") return;
    const { operation, resource } = event;
    if (operation === "delete") this.standing.delete(resource.key);
    else this.standing.set(resource.key, resource);
    if (operation === "create") this.created.set(resource.urn, (this.created.get(resource.urn) ?? 0) + 1);
  }
}

/** An event; nothing for an empty line, and for one that broke off. */
function parsed(line: string): Event | undefined {
  try {
    return JSON.parse(line) as Event;
  } catch {
    return undefined;
  }
}
