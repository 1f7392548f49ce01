import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Changes } from "../../engine/events";

const WRITE = process.env["GOLDEN"] === "write";

/**
 * What each ordinary change does to a stack, resource by resource; `GOLDEN=write` writes it anew, and the difference is
 * read like code.
 */
export class RecordedChanges {
  private readonly file: string;
  private readonly recorded: { [name: string]: Changes };
  private readonly seen: { [name: string]: Changes } = {};

  /** @param names of all changes that the stack meets, in their order. */
  constructor(
    stack: string,
    private readonly names: string[],
  ) {
    this.file = path.join(__dirname, "life", `${stack}.json`);
    this.recorded = existsSync(this.file) ? JSON.parse(readFileSync(this.file, "utf8")) : {};
  }

  /** What a change is recorded to do; while it is written, what it was seen to do. */
  of(name: string, seen: Changes): Changes | undefined {
    this.seen[name] = seen;
    return WRITE ? seen : this.recorded[name];
  }

  save(): void {
    if (!WRITE) return;
    const known = { ...this.recorded, ...this.seen };
    const kept = this.names.flatMap((name) => (known[name] ? [[name, known[name]]] : []));
    writeFileSync(this.file, JSON.stringify(Object.fromEntries(kept)));
    execFileSync(process.execPath, [require.resolve("prettier/bin/prettier.cjs"), "--write", this.file]);
  }
}
