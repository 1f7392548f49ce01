import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

/** Finds the TypeScript line behind a place in a bundle; reads the bundle's map when it is first asked. */
export class BundleSources {
  private map: TraceMap | undefined;

  constructor(
    private readonly bundle: string,
    private readonly root: string,
  ) {}

  /** `file:line`, relative to the project's folder; `undefined` for a place outside the bundle. */
  locate({ file, line, column }: { file: string; line: number; column: number }): string | undefined {
    if (file !== this.bundle) return undefined;
    this.map ??= this.read();
    const original = originalPositionFor(this.map, { line, column: Math.max(0, column - 1) });
    if (!original.source) return undefined;
    const source = path.resolve(path.dirname(this.bundle), original.source);
    return `${path.relative(this.root, source)}:${original.line}`;
  }

  /** The innermost line of this bundle in a stack trace. */
  locateError(error: Error): string | undefined {
    for (const [, file, line, column] of (error.stack ?? "").matchAll(/\(?((?:\/|[A-Z]:)[^():]+):(\d+):(\d+)\)?/g)) {
      const place = this.locate({ file: file ?? "", line: Number(line), column: Number(column) });
      if (place) return place;
    }
    return undefined;
  }

  private read(): TraceMap {
    const file = `${this.bundle}.map`;
    return new TraceMap(
      existsSync(file) ? readFileSync(file, "utf8") : { version: 3, sources: [], names: [], mappings: "" },
    );
  }
}
